/** What the guides behind the five examples tell people to check by hand, and where it is answered now. */
import type { CheckId } from '../../src/preflight/ids.ts'

export type Answer =
  /** A cause of the table; `test`: a scenario of __tests__/scenarios/troubleshooting.test.ts or systems.test.ts, or real texts. */
  | { readonly kind: 'diagnosis'; readonly causes: readonly string[]; readonly test: string }
  /** Something that the action does besides. */
  | { readonly kind: 'otherwise'; readonly how: string; readonly test: string }
  /** Checks of preflight; `test`: a scenario of __tests__/scenarios/preflight.test.ts. */
  | { readonly kind: 'preflight'; readonly checks: readonly CheckId[]; readonly test: string }
  | { readonly kind: 'not ours'; readonly why: string }

export type Entry = { readonly system: string; readonly entry: string; readonly answer: Answer }

const scenario = (name: string) => `troubleshooting.test.ts: ${name}`

function diagnosed(test: string, ...causes: readonly string[]): Answer {
  return { kind: 'diagnosis', causes, test }
}

const refused: Answer = {
  kind: 'otherwise',
  how: 'an image that its registry does not have is refused before anything is changed; deleted in between: `image-not-found`',
  test: 'systems.test.ts (missing), failing.test.ts',
}

export const entries: readonly Entry[] = [
  {
    system: 'go-api',
    entry: 'Container keeps restarting: app crashes on startup',
    answer: diagnosed(scenario('the container keeps restarting: the app crashes'), 'exit-1', 'exit-code'),
  },
  {
    system: 'go-api',
    entry: 'Container keeps restarting: database connection fails',
    answer: diagnosed(
      scenario('the container keeps restarting: the database connection fails'),
      'database-refused',
      'database-timeout',
      'host-not-found',
    ),
  },
  {
    system: 'go-api',
    entry: 'Container keeps restarting: port conflict',
    answer: diagnosed(scenario('the container keeps restarting: the port conflicts'), 'port-in-use', 'port-mismatch'),
  },
  {
    system: 'go-api',
    entry: 'Cannot access the API: security group',
    answer: diagnosed(
      scenario('cannot be reached: the security group is closed'),
      'security-group',
      'load-balancer-timeout',
    ),
  },
  {
    system: 'go-api',
    entry: 'Cannot access the API without a load balancer: security group, public IP',
    answer: {
      kind: 'preflight',
      checks: ['closed-to-all', 'no-public-address'],
      test: 'preflight.test.ts: closed-to-all, no-public-address',
    },
  },
  {
    system: 'go-api',
    entry: 'Cannot access the API: app listens on 127.0.0.1',
    answer: diagnosed(scenario('cannot be reached: the app listens on 127.0.0.1'), 'bound-to-loopback'),
  },
  {
    system: 'go-api',
    entry: 'Cannot access the API: task is RUNNING, app does not listen on the port',
    answer: diagnosed(
      scenario('cannot be reached: nothing listens on the port of the container'),
      'load-balancer-no-answer',
      'port-mismatch',
    ),
  },
  { system: 'go-api', entry: 'Image not found: wrong tag or repository', answer: refused },
  {
    system: 'go-api',
    entry: 'Cannot pull: execution role without ECR permissions',
    answer: diagnosed(scenario('the image cannot be pulled: the execution role may not'), 'registry-denied'),
  },
  {
    system: 'go-api',
    entry: 'Cannot pull: image built for the wrong platform',
    answer: diagnosed(
      scenario('the image was built for the wrong platform: exec format error'),
      'exec-format',
      'wrong-platform',
    ),
  },
  {
    system: 'go-api',
    entry: 'Unable to assume role',
    answer: diagnosed(scenario('a role cannot be assumed: it does not trust ECS tasks'), 'role-not-assumable'),
  },
  {
    system: 'go-api',
    entry: 'Secrets not loading: secret does not exist, wrong ARN, other Region',
    answer: diagnosed(scenario('a secret does not exist'), 'secret-not-found'),
  },
  {
    system: 'go-api',
    entry: 'Secrets not loading: execution role may not read them',
    answer: diagnosed(scenario('secrets do not load: the execution role may not read them'), 'secret-denied'),
  },
  {
    system: 'go-api',
    entry: 'Secrets not loading: app gets empty variables',
    answer: diagnosed(scenario('secrets do not load: the app gets no variable'), 'missing-variable'),
  },
  {
    system: 'nextjs-alb',
    entry: 'Build fails; push fails (authentication)',
    answer: {
      kind: 'not ours',
      why: 'it happens before the deployment, in steps of the workflow that say so themselves',
    },
  },
  {
    system: 'nextjs-alb',
    entry: 'Deployment stuck: look at the service events and the task logs',
    answer: diagnosed(scenario('deployment stuck: the percentages leave no room'), 'deployment-configuration'),
  },
  {
    system: 'nextjs-alb',
    entry: 'Task fails to start: missing parameters in SSM',
    answer: diagnosed(scenario('a secret does not exist'), 'secret-not-found'),
  },
  {
    system: 'nextjs-alb',
    entry: 'Task fails to start: insufficient task role permissions',
    answer: diagnosed(scenario('the task role lacks a permission'), 'task-role-denied'),
  },
  {
    system: 'nextjs-alb',
    entry: 'Task fails to start: image pull errors (ECR permissions)',
    answer: diagnosed(scenario('the image cannot be pulled: the execution role may not'), 'registry-denied'),
  },
  {
    system: 'nextjs-alb',
    entry: 'Task fails to start: port conflicts',
    answer: diagnosed(scenario('the container keeps restarting: the port conflicts'), 'port-in-use'),
  },
  {
    system: 'nextjs-alb',
    entry: 'Task fails to start: out of memory',
    answer: diagnosed(scenario('the task runs out of memory'), 'out-of-memory', 'heap-exhausted'),
  },
  {
    system: 'docker-hub-api',
    entry: 'Pitfalls: hardcoded secrets, single availability zone',
    answer: {
      kind: 'preflight',
      checks: ['secret-in-environment', 'one-subnet'],
      test: 'preflight.test.ts: a warning is told and stops nothing',
    },
  },
  {
    system: 'docker-hub-api',
    entry: 'Pitfalls: no HTTPS, no monitoring',
    answer: { kind: 'not ours', why: 'load balancer and monitoring belong to the infrastructure' },
  },
  {
    system: 'fastapi',
    entry: 'Architecture mismatch: exec format error',
    answer: diagnosed('systems.test.ts: of an image from an ARM laptop', 'exec-format'),
  },
  {
    system: 'fastapi',
    entry: 'Security group: the task cannot reach the database',
    answer: diagnosed(scenario('the database connection fails: the security group is closed'), 'database-timeout'),
  },
  {
    system: 'fastapi',
    entry: 'Security group: the internet cannot reach the API',
    answer: { kind: 'preflight', checks: ['closed-to-all'], test: 'preflight.test.ts: closed-to-all' },
  },
  {
    system: 'fastapi',
    entry: 'Cannot connect to the API: is the task running?',
    answer: {
      kind: 'otherwise',
      how: 'what runs now stands in the log, the summary and the outputs at every end; with nothing to deploy the plan tells it',
      test: 'deploying.test.ts, plan.test.ts',
    },
  },
  {
    system: 'fastapi',
    entry: 'Missing database',
    answer: diagnosed(scenario('the database was not created'), 'database-missing'),
  },
  {
    system: 'fastapi',
    entry: 'Container keeps stopping: check the logs',
    answer: {
      kind: 'otherwise',
      how: 'the last lines of the failed container stand in the log and the summary',
      test: scenario('is shown with its last lines, in the log and in the summary'),
    },
  },
  {
    system: 'fastapi',
    entry: 'Cannot connect to the API: the public IP has changed',
    answer: { kind: 'otherwise', how: 'output `public-ips`', test: 'public-ips.test.ts' },
  },
  {
    system: 'fastapi',
    entry: 'Database connection errors: not available, port closed, wrong password',
    answer: diagnosed(
      scenario('the database connection fails: the password is wrong'),
      'database-refused',
      'database-timeout',
      'database-authentication',
      'database-encryption',
    ),
  },
  {
    system: 'microservices',
    entry: 'The service will not start without ENTRY_ENCRYPTION_KEY and the other secrets',
    answer: diagnosed(scenario('secrets do not load: the app gets no variable'), 'missing-variable'),
  },
  {
    system: 'microservices',
    entry: 'S3: "Access Denied"',
    answer: diagnosed(scenario('S3 says "Access Denied"'), 'task-role-denied', 'task-role-missing'),
  },
  {
    system: 'microservices',
    entry: 'S3: "Bucket Not Found"',
    answer: diagnosed(scenario('S3 says "bucket not found"'), 'bucket-not-found'),
  },
  {
    system: 'microservices',
    entry: 'S3: CORS errors, slow transfers',
    answer: { kind: 'not ours', why: 'browsers and users see it, not the deployment' },
  },
  { system: 'microservices', entry: 'Deployment failures: does the image exist?', answer: refused },
  {
    system: 'microservices',
    entry: 'Deployment failures: service events, stopped reason',
    answer: {
      kind: 'otherwise',
      how: 'both are collected during the rollout and shown',
      test: 'failing.test.ts, systems.test.ts',
    },
  },
  {
    system: 'microservices',
    entry: 'Health checks failing: target group health, logs',
    answer: diagnosed(
      scenario('health checks fail: the target answers with an error'),
      'load-balancer-health-check',
      'load-balancer-no-answer',
      'load-balancer-timeout',
    ),
  },
  {
    system: 'microservices',
    entry: 'Database connection issues: test from inside the task',
    answer: diagnosed(
      scenario('the database connection fails: the security group is closed'),
      'database-timeout',
      'database-refused',
    ),
  },
]
