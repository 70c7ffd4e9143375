import { networkCommand } from '../aws-commands.ts'
import { type Case, type Cause, type Reach, type Symptom, theContainer } from '../cause.ts'
import { isLoopback, listenersIn } from '../listeners.ts'
import { openPort } from './log-database.ts'
import { inLog, logAdvice } from './log-patterns.ts'

const unreached: readonly Reach[] = ['timeout', 'no-answer', 'unknown']

/** The task runs, its log says where it listens, and yet the load balancer gets no answer. */
export const reachCauses: readonly Cause[] = [
  {
    id: 'bound-to-loopback',
    name: 'Program listens only inside its container',
    weight: 'cause',
    patterns: inLog({ reach: unreached, test: onlyLoopback }),
    example: 'Uvicorn running on http://127.0.0.1:8000 (Press CTRL+C to quit)',
    title: (found) => `${theContainer(found)} listens on ${listened(found)}, where only itself can reach it`,
    explanation:
      'A program that listens on 127.0.0.1 or localhost cannot be reached from outside its task: neither by the load balancer nor by anybody else.',
    advice: () => [
      'Listen on 0.0.0.0: uvicorn --host 0.0.0.0, flask run --host 0.0.0.0, gunicorn --bind 0.0.0.0:PORT, server.listen(PORT, "0.0.0.0"), HOSTNAME=0.0.0.0 for Next.js, ASPNETCORE_URLS=http://+:PORT.',
    ],
    heals: 'maybe',
    // Many programs write "localhost" for any address.
    doubt: ({ text }) => (/127\.0\.0\.1|::1/.test(text) ? [] : ['security-group']),
  },
  {
    id: 'port-mismatch',
    name: 'Program listens on another port',
    weight: 'cause',
    patterns: inLog({ reach: unreached, test: onOtherPort }),
    example: 'Server listening on port 3000',
    title: (found) =>
      `${theContainer(found)} listens on ${listened(found)}, but its port in the task definition is ${(found.ports ?? []).join(', ') || 'another one'}`,
    explanation:
      'The load balancer asks the port of the task definition (containerPort), and the program listens on another one.',
    advice: (found) => [
      `Let the program listen on ${(found.ports ?? []).join(' or ') || 'containerPort'} (often the variable PORT), or change containerPort in the task definition and in the load balancer settings of the service.`,
      ...logAdvice(found),
    ],
    heals: 'maybe',
  },
  {
    id: 'security-group',
    name: 'Security group lets nobody in',
    weight: 'cause',
    patterns: inLog({ reach: ['timeout'], test: onRightPort }),
    example: 'Uvicorn running on http://0.0.0.0:8080 (Press CTRL+C to quit), while the health check times out',
    title: (found) => `${theContainer(found)} listens, but what the load balancer sends does not arrive`,
    explanation:
      'The program listens on every address and on the right port, and the health check times out: most likely the security group of the tasks does not let the load balancer in.',
    advice: (found, context) => [
      `Let it in (the groups are for you to fill in):\n${openPort(context, String(found.ports?.[0] ?? 'PORT'), 'TASK_SECURITY_GROUP', '--source-group', 'LOAD_BALANCER_SECURITY_GROUP')}`,
      `See which security groups the tasks have:\n${networkCommand(context)}`,
      'If it is open: the program takes longer than the timeout of the health check to answer its path.',
    ],
    heals: 'maybe',
    doubt: () => ['load-balancer-timeout'],
  },
]

function onlyLoopback({ text }: Symptom): boolean {
  const listeners = listenersIn(text)
  return listeners.length > 0 && listeners.every(isLoopback)
}

function onOtherPort({ text, ports = [] }: Symptom): boolean {
  const open = listenersIn(text).filter((listener) => !isLoopback(listener))
  return ports.length > 0 && open.length > 0 && !open.some(({ port }) => ports.includes(port))
}

function onRightPort({ text, ports = [] }: Symptom): boolean {
  return listenersIn(text).some((listener) => !isLoopback(listener) && ports.includes(listener.port))
}

function listened({ text }: Case): string {
  const places = listenersIn(text).map(({ host, port }) => (host === '' ? `port ${port}` : `${host}:${port}`))
  return [...new Set(places)].slice(0, 2).join(' and ') || 'an address of its own'
}
