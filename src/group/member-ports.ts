import type { EcsPort } from '../aws/ecs.ts'
import type { Ports } from '../deployment/ports.ts'
import type { Logger } from '../github/log.ts'
import { type Member, nameOf } from './group.ts'

/** The ports of one member: its lines carry its name, its intents are kept with its record. */
export function portsOf(member: Member, ports: Ports, ecs: EcsPort, keep: (member: Member) => Promise<void>): Ports {
  return { ...ports, ecs, log: named(ports.log, nameOf(member)), keep: () => keep(member) }
}

/** Several services write into one log: every line says whose it is. Groups of lines would cut each other off. */
function named(log: Logger, name: string): Logger {
  const lines = (text: string): string =>
    text
      .split('\n')
      .map((line) => `${name}: ${line}`)
      .join('\n')
  return {
    info: (line, style) => log.info(lines(line), style),
    group: (title) => log.info(lines(title)),
    endGroup: () => undefined,
    notice: (text) => log.notice(lines(text)),
    warning: (text, place) => log.warning(lines(text), place),
    error: (text, title) => log.error(lines(text), title),
    debug: (text) => log.debug(lines(text)),
  }
}

/** The same question gets the same answer as long as everything is prepared: services share roles, secrets and images. */
export function remembering<Port extends object>(port: Port): Port {
  const answers = new Map<string, unknown>()
  const entries = Object.entries(port).map(([name, ask]) => [
    name,
    (...given: unknown[]) => {
      const question = `${name} ${JSON.stringify(given)}`
      if (!answers.has(question)) answers.set(question, (ask as (...given: unknown[]) => unknown)(...given))
      return answers.get(question)
    },
  ])
  return Object.fromEntries(entries) as Port
}
