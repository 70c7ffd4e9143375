import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Simulator } from '../../simulator/server.ts'

/**
 * Puts a program `docker` into a folder that knows the simulator's images of other registries, and nothing but
 * `docker buildx imagetools inspect … IMAGE`: it answers what a registry would be asked for, without a registry.
 */
export function writeDockerStandIn(folder: string, { world }: Pick<Simulator, 'world'>): void {
  const images = [...world.otherRepositories.values()].flatMap(({ uri, tags, images }) =>
    [...tags].map(([tag, digest]) => {
      const { mediaType = '', size = 0, platforms = [] } = images.get(digest) ?? {}
      const manifests = platforms.map((platform) => {
        const [os, architecture] = platform.split('/')
        return { platform: { os, architecture } }
      })
      const isIndex = /index|manifest\.list/.test(mediaType)
      const manifest = { mediaType, digest, size, ...(isIndex ? { manifests } : {}) }
      const configs = manifests.map(({ platform }) => ({ ...platform, config: {} }))
      const image = isIndex ? Object.fromEntries(platforms.map((name, at) => [name, configs[at]])) : configs[0]
      return [`${uri}:${tag}`, { name: `${uri}:${tag}`, manifest, image }] as const
    }),
  )
  const program = `#!${process.execPath}
const images = ${JSON.stringify(Object.fromEntries(images), undefined, 2)}
const [buildx, imagetools, inspect, ...rest] = process.argv.slice(2)
const reference = rest.at(-1)
if ([buildx, imagetools, inspect].join(' ') !== 'buildx imagetools inspect') {
  process.stderr.write("docker: this stand-in only knows 'docker buildx imagetools inspect'\\n")
  process.exitCode = 125
} else if (Object.hasOwn(images, reference)) {
  process.stdout.write(JSON.stringify(images[reference]) + '\\n')
} else {
  process.stderr.write('ERROR: ' + reference + ': not found\\n')
  process.exitCode = 1
}
`
  mkdirSync(folder, { recursive: true })
  // CommonJS or module, whatever the folder's package.json says: it imports nothing.
  writeFileSync(join(folder, 'docker'), program)
  chmodSync(join(folder, 'docker'), 0o755)
}
