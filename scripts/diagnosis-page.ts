/** docs/diagnosis.md: how well the diagnosis does, and where each entry of the guides behind the examples is answered. */
import { readCorpus, readLater } from '../__tests__/diagnosis/corpus/corpus.ts'
import { type Scored, scoreAll, sumUp } from '../__tests__/diagnosis/corpus/score.ts'
import { type Answer, entries } from '../__tests__/diagnosis/troubleshooting.ts'

/** The page as Markdown. */
export function diagnosisPage(): string {
  const before = scoreAll(readCorpus())
  const later = scoreAll(readLater())
  return `${[
    '# Why a deployment failed, and how sure that is',
    '',
    'This page is written by `npm run docs`.',
    '',
    'A failed deployment is explained from what was collected while it went on: why its tasks stopped, what ECS wrote about them, the last lines of their containers, what the load',
    'balancer sees of them, alarms, and what AWS answered to this run itself. One table of causes says what each text means: [causes.md](causes.md). The same words mean different things in',
    'different places ("permission denied" in a stopped reason is the entry point, in a log it is a file), so each row says where it looks.',
    '',
    'Where several causes fit, the first is named with "This is not certain", and the others with it. Where none fits, `cause` is `unknown` and the texts are shown as they are.',
    '',
    '## Log lines',
    '',
    'The last 30 lines of a failed container are read from CloudWatch Logs where its log driver is `awslogs` with a stream prefix, of at most ten containers in a run, and 20 of them are',
    'shown. Values of the environment variables in the task definition (six characters or more) and passwords in URLs are shown as `***`. Without `logs:GetLogEvents` one notice says so.',
    '',
    '## Measured',
    '',
    `The causes are measured against real texts from public issues, documentation and forums, each with its address (\`__tests__/diagnosis/corpus\`; \`node __tests__/diagnosis/corpus/score.ts\` prints the score).`,
    '',
    `* ${before.length} texts were gathered before the patterns were written. With the patterns of that time 59 were right; now ${sumUp(before)}.`,
    `* ${later.length} more were gathered afterwards. At first sight 18 of 22 were right; after the patterns learned from these, ${sumUp(later)}.`,
    '',
    ...misses([...before, ...later]),
    '',
    'What this does not show: the texts are those that people published, so common causes are over-represented, and half of the log lines come from programs that did not run on ECS.',
    '',
    '## What the guides behind the examples tell people to look for',
    '',
    '| Example | Entry | Answered by | Test |',
    '| --- | --- | --- | --- |',
    ...entries.map(({ system, entry, answer }) => row([system, entry, ...answered(answer)])),
  ].join('\n')}\n`
}

function misses(scored: readonly Scored[]): readonly string[] {
  const wrong = scored.filter(({ right }) => !right)
  if (wrong.length === 0)
    return ['None of them is missed at the moment. Those that are named as not certain:', '', ...doubtful(scored)]
  return [
    'Missed:',
    '',
    ...wrong.map(
      ({ entry, cause }) =>
        `* [${entry.meaning}](${entry.url}) is taken for \`${cause}\`, and is \`${entry.causes[0]}\``,
    ),
    '',
    'Named as not certain:',
    '',
    ...doubtful(scored),
  ]
}

function doubtful(scored: readonly Scored[]): readonly string[] {
  return scored
    .filter(({ right, certain }) => right && !certain)
    .map(
      ({ entry, cause, candidates }) =>
        `* [${entry.meaning}](${entry.url}) \`${cause}\`, or ${candidates.map((id) => `\`${id}\``).join(', ')}`,
    )
}

function answered(answer: Answer): readonly [string, string] {
  switch (answer.kind) {
    case 'diagnosis':
      return [answer.causes.map((id) => `[\`${id}\`](causes.md#${id})`).join(', '), answer.test]
    case 'otherwise':
      return [answer.how, answer.test]
    case 'preflight':
      return [answer.checks.map((id) => `[preflight](preflight.md): \`${id}\``).join(', '), answer.test]
    case 'not ours':
      return [`not ours: ${answer.why}`, '']
  }
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}
