/** `node scripts/peers-page.ts` writes docs/peers.md. */
import { writeFileSync } from 'node:fs'
import { type Defect, defects } from './peers-page/defects.ts'

/** The page, one table for each tool; pure. */
export function peersPage(list: readonly Defect[]): string {
  const peers = [...new Set(list.map(({ peer }) => peer))]
  return [
    '# Defects of other tools',
    '',
    'What tools that deploy to ECS were seen to do wrong, in the versions that are named, what this action does instead, and the test that shows it. Tests stand in `__tests__/`; most of',
    'them run the built action against the simulated AWS. *Not built yet* means that this action has no such feature, not that it does it better.',
    'This page is written by `node scripts/peers-page.ts`; a test checks that it is up to date and that each test that it names exists.',
    ...peers.flatMap((peer) => [
      '',
      `## ${peer}`,
      '',
      row(['Defect', 'What this action does', 'Shown by']),
      row(['---', '---', '---']),
      ...list.filter((defect) => defect.peer === peer).map(rowOf),
    ]),
    '',
  ].join('\n')
}

function rowOf({ defect, issues = [], ours, shown }: Defect): string {
  const links = issues.map((url) => `[${nameOf(url)}](${url})`).join(', ')
  const test = shown === undefined ? '' : `${shown[0].replace(/\.test\.ts$/, '')}: ${shown[1]}`
  return row([links === '' ? defect : `${defect} (${links})`, ours, test])
}

/** `https://github.com/owner/repo/issues/1` → `repo#1`. */
function nameOf(url: string): string {
  const [, , , , repository, , number] = url.split('/')
  return `${repository}#${number}`
}

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`

if (import.meta.main) writeFileSync(new URL('../docs/peers.md', import.meta.url), peersPage(defects))
