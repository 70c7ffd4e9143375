import { containersOf } from '../containers.ts'
import type { Facts } from '../facts.ts'
import type { Found } from '../finding.ts'

const secretNames =
  /PASSW(?:OR)?D|PASSPHRASE|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|CREDENTIALS?|ACCESS_?KEY|ENCRYPTION_?KEY/i
/** Names of things about a secret, not of the secret. */
const harmlessNames =
  /(?:_FILE|_PATH|_ARN|_NAME|_ID|_HOST|_TTL|_EXPIR\w*|_LENGTH|_HEADER|_ISSUER|_ENABLED)$|^(?:NEXT_|VITE_|REACT_APP_)?PUBLIC_/i
const harmlessValues = /^(?:|true|false|\d+|arn:.*)$/i

/** Texts that are a secret whatever they are called. */
const secretValues: readonly RegExp[] = [
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\bgh[pousr]_[A-Za-z0-9]{20,}/,
  /\bgithub_pat_\w{20,}/,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}/,
  /\b[sr]k_live_[A-Za-z0-9]{10,}/,
  /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\./,
  // user:password@ in an address
  /^[a-z][\w+.-]*:\/\/[^\s/:@]*:[^\s/@]+@/i,
]

/** Whether a variable looks like a secret; pure. */
export function looksSecret(name: string, value: string): boolean {
  if (secretValues.some((pattern) => pattern.test(value))) return true
  return secretNames.test(name) && !harmlessNames.test(name) && !harmlessValues.test(value)
}

/** Secrets in plain environment: whoever may read task definitions reads them. Their names are told, never their values. */
export function plainSecrets({ definition }: Facts): readonly Found[] {
  return containersOf(definition).flatMap(({ container, name: of, path }) =>
    (container.environment ?? []).flatMap(({ name = '', value = '' }, index) => {
      if (!looksSecret(name, value)) return []
      const message =
        `The environment variable ${name} of container "${of}" looks like a secret in plain text: whoever may read task definitions reads it. ` +
        'Move it to Secrets Manager or Parameter Store, name it under secrets, and change it.'
      return [{ path: [...path, 'environment', index, 'value'], input: 'environment-variables', message }]
    }),
  )
}
