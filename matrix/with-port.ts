import type { Account, Inputs } from '../__tests__/support/account.ts'

/** In the inputs `<port of the simulator>` stands for where it listens, which is known once it does. */
export function withPort(inputs: Inputs, { simulator }: Account): Inputs {
  const { port } = new URL(simulator.url)
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [name, value.replace('<port of the simulator>', port)]),
  )
}
