import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Simulator } from '../../simulator/server.ts'

/** What stands for the address of a simulated service: it answers as the image that the service runs would. */
export type Gateway = { readonly url: string; close(): Promise<void> }

/** The tag of an image that is healthy for ECS, and answers 503 to everybody else. */
const notReady = 'not-ready'

/** Listens on this machine for the service `name`, whose images lie in the repository that its own are from. */
export async function openGateway(name: string, simulator: Simulator): Promise<Gateway> {
  const server = createServer((_, response) => {
    const isReady = !runs(name, notReady, simulator)
    response.writeHead(isReady ? 200 : 503, { 'content-type': 'application/json' })
    response.end(JSON.stringify(isReady ? { status: 'ready' } : { status: 'starting', missing: ['music-service'] }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function runs(name: string, tag: string, { world }: Simulator): boolean {
  const digests = [...world.repositories.values()].map(({ tags }) => tags.get(tag))
  return world.tasks.some(
    ({ service, lastStatus, containers }) =>
      service === name &&
      lastStatus === 'RUNNING' &&
      containers.some(({ imageDigest }) => digests.includes(imageDigest)),
  )
}
