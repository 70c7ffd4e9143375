import { awsCommand } from '../aws-commands.ts'
import type { Case, Cause } from '../cause.ts'

const advice = 'Until a working version is deployed, the previous one runs, unless rollback-on-failure is off.'

/** What this run itself found once the deployment had completed (docs/verification.md). The first words say which check it was. */
export const verificationCauses: readonly Cause[] = [
  {
    id: 'verification-command',
    name: 'verify-command failed',
    weight: 'cause',
    patterns: [{ place: 'verification', text: /^verify-command / }],
    example: 'verify-command ended with exit code 1',
    title: whole,
    explanation: 'The deployment completed, and the script that was to verify it did not end well.',
    advice: () => ['Read the output of the script in the group "verify-command" of the log.', advice],
    heals: 'maybe',
  },
  {
    id: 'verification-alarm',
    name: 'An alarm of verify-alarms went off',
    weight: 'cause',
    patterns: [{ place: 'verification', text: /^the alarms? / }],
    example: 'the alarm web-5xx is in ALARM',
    title: (found) => `After the deployment ${found.text}`,
    explanation:
      'The deployment completed, and one of the alarms that were to be watched afterwards did not stay quiet.',
    advice: (_found, context) => [
      `See what the alarm measured:\n${awsCommand(context.region, 'cloudwatch', 'describe-alarm-history', '--history-item-type', 'StateUpdate', '--max-items', '20')}`,
      advice,
    ],
    heals: 'maybe',
  },
  {
    id: 'verification-url',
    name: 'An address of verify-urls did not answer as it should',
    weight: 'cause',
    patterns: [{ place: 'verification', text: /./ }],
    example: 'GET http://198.51.100.7:8080/health answered 500 instead of 200-299 (6 tries)',
    title: whole,
    explanation: 'The deployment completed, and what it serves is not what was wanted: the answer is below.',
    advice: (found) => [
      ...(/refused|time-out|timed out|no whole answer|no connection|no route/.test(found.text)
        ? [
            'The address has to be reached from the runner: a security group, a private subnet or another port may be in the way.',
          ]
        : ['Read the log of the new version at the time of the request.']),
      advice,
    ],
    heals: 'maybe',
  },
]

function whole({ text }: Case): string {
  return text
}
