import { awsCommand, describeServiceCommand, networkCommand } from '../aws-commands.ts'
import type { Case, Cause, DiagnosisContext } from '../cause.ts'
import { arnIn, healthCodesIn, portIn } from '../texts.ts'
import { logAdvice } from './log-patterns.ts'

// ECS: DG service-event-messages-list, observed. Targets: API TargetHealth.
const unhealthy = /failed elb health checks|is (?:un|not )healthy in \(?(?:target-group|elb)/i

/** The task runs, and the load balancer gets no healthy answer from it. */
export const loadBalancerCauses: readonly Cause[] = [
  {
    id: 'load-balancer-timeout',
    name: 'Load balancer health check times out',
    weight: 'effect',
    patterns: [
      { text: /request timed out/i, and: unhealthy },
      { place: 'target', text: /Target\.Timeout/ },
    ],
    example:
      '(service app) (task 0123456789abcdef0123456789abcdef) (port 8080) is unhealthy in (target-group arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/app/0123456789abcdef) due to (reason Request timed out).',
    title: (found) => `The load balancer’s health check times out${where(found)}`,
    explanation:
      'The load balancer got no answer within the timeout of its check. Either nothing lets it through (the security group of the tasks), or the program takes too long or has stopped answering.',
    advice: (found, context) => [
      `The security group of the tasks must allow the load balancer in. See which groups they have:\n${networkCommand(context)}`,
      `Compare port, path and timeout of the check with the program:\n${targetGroupCommand(found, context)}`,
      'The program must listen on 0.0.0.0, not on 127.0.0.1. If it needs longer to start, raise health-check-grace-period-seconds of the service.',
      ...logAdvice(found),
    ],
    heals: 'maybe',
    doubt: () => ['security-group', 'bound-to-loopback'],
  },
  {
    id: 'load-balancer-no-answer',
    name: 'Nothing answers the load balancer',
    weight: 'effect',
    patterns: [
      { text: /reason Health checks failed\)/i, and: unhealthy },
      { place: 'target', text: /Target\.FailedHealthChecks/ },
    ],
    example:
      '(service app) (task 0123456789abcdef0123456789abcdef) (port 8080) is unhealthy in (target-group arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/app/0123456789abcdef) due to (reason Health checks failed).',
    title: (found) => `Nothing answers the load balancer’s health check${where(found)}`,
    explanation:
      'The connection was refused or broken off: no program listens on this port of the task, or it speaks another protocol (HTTPS where HTTP is asked).',
    advice: (found, context) => [
      'The program must listen on the port that containerPort names, and on 0.0.0.0, not on 127.0.0.1.',
      `Compare port and protocol of the check with the program:\n${targetGroupCommand(found, context)}`,
      ...logAdvice(found),
    ],
    heals: 'maybe',
    doubt: () => ['port-mismatch', 'bound-to-loopback'],
  },
  {
    id: 'load-balancer-health-check',
    name: 'Load balancer health check fails',
    weight: 'effect',
    patterns: [
      { text: unhealthy, not: /NOT FOUND/ },
      { place: 'target', text: /Target\.ResponseCodeMismatch/ },
    ],
    example:
      '(service app) (task 0123456789abcdef0123456789abcdef) (port 8080) is unhealthy in (target-group arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/app/0123456789abcdef) due to (reason Health checks failed with these codes: [503]).',
    title: (found) => `The load balancer’s health check ${result(found)}`,
    explanation: 'The task runs, but the load balancer gets no healthy answer from it, so ECS stopped the task.',
    advice: (found, context) => [
      `Compare path, port and expected codes of the check with what the program answers:\n${targetGroupCommand(found, context)}`,
      ...codeAdvice(found),
      'If the program needs longer to start, raise health-check-grace-period-seconds of the service.',
      ...logAdvice(found),
    ],
    heals: 'maybe',
  },
]

function where(found: Case): string {
  const port = portIn(found.text)
  return port === undefined ? '' : ` on port ${port}`
}

function result(found: Case): string {
  const codes = [...new Set(healthCodesIn(found.text))]
  if (codes.length > 0) return `gets ${codes.join(', ')}${where(found)}`
  if (/request timed out/i.test(found.text)) return `times out${where(found)}`
  return `fails${where(found)}`
}

function codeAdvice(found: Case): string[] {
  const codes = healthCodesIn(found.text)
  const is = (pattern: RegExp): boolean => codes.some((code) => pattern.test(code))
  return [
    ...(is(/^30\d$/) ? ['A redirect (301, 302): check a path that answers 200, or expect 200-399.'] : []),
    ...(is(/^40[013]$/)
      ? ['400 and 403 often come from a check of the Host header (ALLOWED_HOSTS): the load balancer asks by address.']
      : []),
    ...(is(/^404$/) ? ['404: the path of the check does not exist in this version.'] : []),
    ...(is(/^5\d\d$/) ? ['5xx: the program runs and fails inside; its log says why.'] : []),
  ]
}

function targetGroupCommand(found: Case, context: DiagnosisContext): string {
  const arn = arnIn(found.text, 'elasticloadbalancing')
  if (arn === undefined) return describeServiceCommand(context, 'services[0].loadBalancers')
  return awsCommand(context.region, 'elbv2', 'describe-target-groups', '--target-group-arns', arn)
}
