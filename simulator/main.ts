/** Command line: `npm run simulator -- [--scenario FILE] [--port N] [--speed X] [--seed N]`. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parse } from 'yaml'
import type { Scenario } from './scenario.ts'
import { type Simulator, startSimulator } from './server.ts'

const { values } = parseArgs({
  options: {
    scenario: { type: 'string' },
    port: { type: 'string', default: '0' },
    speed: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
  },
})

const simulator = await start().catch((error: unknown) => {
  console.error(`The simulator could not start: ${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
})

async function start(): Promise<Simulator> {
  const file = values.scenario
  const scenario = file === undefined ? {} : (parse(readFileSync(file, 'utf8')) as Scenario)
  const { port, speed, seed } = values
  return startSimulator({ scenario, port: Number(port), speed: Number(speed), seed: Number(seed), epoch: Date.now() })
}

console.log(
  `Simulated ECS and its neighbours on ${simulator.url}, ${values.speed} virtual seconds per second. Ctrl-C ends it.`,
)
console.log(`export AWS_ENDPOINT_URL=${simulator.url}`)
console.log(`export AWS_REGION=${simulator.world.region} AWS_DEFAULT_REGION=${simulator.world.region}`)
console.log('export AWS_ACCESS_KEY_ID=simulated AWS_SECRET_ACCESS_KEY=simulated')

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    simulator.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  })
}
