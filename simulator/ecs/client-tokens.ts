/** Idempotency by client token: the same request gives the first result again, another one is a conflict (API ECS_Idempotency). */
import { ApiError } from '../protocol/errors.ts'
import type { UsedToken, World } from '../world/world.ts'

/** RunTask's tokens live for 24 hours, or as long as the task (the smaller is documented). */
const livesMilliseconds = 24 * 3_600_000

export interface TokenUse {
  readonly cluster: string
  readonly operation: string
  /** As the client sent it; undefined: nothing is remembered. */
  readonly token: string | undefined
  readonly input: object
}

/**
 * @returns what the token has made, or undefined if it is new
 * @throws ApiError ConflictException if the token came with another request
 */
export function usedToken(world: World, use: TokenUse): UsedToken | undefined {
  if (use.token === undefined) return undefined
  const used = world.clientTokens.get(keyOf(use))
  if (used === undefined || used.at + livesMilliseconds <= world.now) return undefined
  if (used.request !== requestOf(use)) {
    throw new ApiError(
      'ConflictException',
      `The request with client token ${use.token} has other parameters than the one that used it first.`,
      400,
      { resourceIds: [...used.made] },
    )
  }
  return used
}

/** Remembers what a token has made. */
export function rememberToken(world: World, use: TokenUse, made: readonly string[], failures: readonly object[]): void {
  if (use.token === undefined) return
  world.clientTokens.set(keyOf(use), { request: requestOf(use), made, failures, at: world.now })
}

const keyOf = ({ cluster, operation, token }: TokenUse): string => `${cluster} ${operation} ${token}`
const requestOf = ({ input }: TokenUse): string => JSON.stringify({ ...input, clientToken: undefined })
