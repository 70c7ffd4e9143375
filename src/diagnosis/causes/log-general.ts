import { type Cause, theContainer } from '../cause.ts'
import { inLog, logAdvice } from './log-patterns.ts'

/** What a program says in passing too: it explains its end only where nothing else does. */
export const generalLogCauses: readonly Cause[] = [
  {
    id: 'migration-failed',
    name: 'Migration failed',
    weight: 'effect',
    patterns: inLog(
      /\bP3\d{3}\b[^\n]*migrat|migrations? (?:\S+ )?failed|error (?:running|applying|executing) migrations?|FlywayException|LiquibaseException|alembic\.util\.exc/i,
    ),
    example: 'Error: P3009: migrate found failed migrations in the target database',
    title: (found) => `The migration that ${theContainer(found).replace(/^C/, 'c').replace(/^A /, 'a ')} runs failed`,
    explanation: 'The container changes the schema of its database when it starts, and that did not work.',
    advice: (found) => [...logAdvice(found), 'Run migrations once, before the deployment, instead of in every task.'],
    heals: 'maybe',
  },
  {
    id: 'service-unreachable',
    name: 'Something that the program needs cannot be reached',
    weight: 'effect',
    patterns: inLog(
      /ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|connection refused|connection timed out|i\/o timeout|No route to host|ConnectTimeout|ConnectException|Could(?: not|n't) connect to|failed to connect|deadline exceeded/i,
    ),
    example: 'Error: connect ECONNREFUSED 10.0.3.17:8081',
    title: (found) =>
      `${theContainer(found)} cannot reach ${/(?:ECONNREFUSED|ETIMEDOUT|dial tcp|EHOSTUNREACH) ([\w.:[\]-]+)/.exec(found.text)?.[1] ?? 'something that it needs'}`,
    explanation:
      'A connection was refused (nothing listens there) or timed out (a security group, or no way out: tasks need a public address or a NAT gateway for the internet).',
    advice: (found) => [
      'Check the address in the environment of the container, and the security groups at both ends.',
      ...logAdvice(found),
    ],
    heals: 'maybe',
  },
  {
    id: 'file-not-allowed',
    name: 'File may not be used',
    weight: 'effect',
    patterns: inLog(
      /EACCES: permission denied|EROFS|Read-only file system|PermissionError: \[Errno 13\]|AccessDeniedException: \/|permission denied/i,
    ),
    example: "Error: EACCES: permission denied, open '/app/data/cache.json'",
    title: (found) => `${theContainer(found)} may not use a file that it needs`,
    explanation:
      'The user that the container runs as may not read or write it, the file system is read-only (readonlyRootFilesystem), or an EFS access point belongs to another user.',
    advice: (found) => [
      'Give the files to the user of the container when the image is built: COPY --chown=USER, or write below /tmp or a volume.',
      ...logAdvice(found),
    ],
    heals: 'maybe',
  },
  {
    id: 'file-missing',
    name: 'File is missing',
    weight: 'effect',
    patterns: inLog(
      /ENOENT: no such file|FileNotFoundError|No such file or directory|java\.io\.FileNotFoundException/i,
    ),
    example: "Error: ENOENT: no such file or directory, open '/app/.env'",
    title: (found) => `${theContainer(found)} misses a file`,
    explanation:
      'The program opens a file that is neither in the image nor in a volume; files such as .env are usually kept out of images.',
    advice: (found) => ['Check what the Dockerfile copies and what .dockerignore leaves out.', ...logAdvice(found)],
    heals: 'maybe',
  },
]
