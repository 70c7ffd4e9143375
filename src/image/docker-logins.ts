import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Login, LoginOf } from './registry-session.ts'

/** Under which name `docker login` stores Docker Hub (docker/cli, `registry.IndexServer`). */
const dockerHub = 'https://index.docker.io/v1/'

/**
 * The logins that `docker login` and docker/login-action keep in `config.json`. Those that a credential helper keeps are not
 * read: its program comes with docker.
 *
 * @param env `DOCKER_CONFIG` names the folder, if set
 */
export function dockerLogins(env: NodeJS.ProcessEnv): LoginOf {
  const path = join(env.DOCKER_CONFIG || join(env.HOME || homedir(), '.docker'), 'config.json')
  return async (registry) => {
    try {
      const { auths = {} } = JSON.parse(await readFile(path, 'utf8')) as Config
      const names =
        registry === 'docker.io' ? [dockerHub, 'docker.io', 'index.docker.io'] : [registry, `https://${registry}`]
      return names.map((name) => loginIn(auths[name])).find((login) => login !== undefined)
    } catch {
      // No such file, or none that docker could read either: asked without a login.
      return undefined
    }
  }
}

type Config = { readonly auths?: Readonly<Record<string, { readonly auth?: unknown } | undefined>> }

/** `user:password` in Base64. */
function loginIn(stored: { readonly auth?: unknown } | undefined): Login | undefined {
  if (typeof stored?.auth !== 'string') return undefined
  const text = Buffer.from(stored.auth, 'base64').toString()
  const colon = text.indexOf(':')
  if (colon < 1) return undefined
  return { username: text.slice(0, colon), password: text.slice(colon + 1) }
}
