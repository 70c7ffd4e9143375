import { awsCommand } from '../aws-commands.ts'
import { type Case, type Cause, type DiagnosisContext, theContainer } from '../cause.ts'
import { inLog, logAdvice } from './log-patterns.ts'

// Ports of PostgreSQL, MySQL, Redis, MongoDB, SQL Server, Oracle, Redshift, Elasticsearch, Cassandra, DocumentDB, Memcached.
const ports = '(?:5432|5433|6432|3306|6379|6380|27017|1433|1521|5439|9200|9042|11211)'
const words =
  /postgres|mysql|mariadb|psycopg|sequelize|prisma|typeorm|hikari|jdbc|database|mongo|redis|knex|\bpg[-_ ]|npgsql|asyncpg|sqlalchemy|rds\.amazonaws/i

/** The program cannot work with its database. Texts: drivers of PostgreSQL, MySQL, MongoDB, Redis and the usual libraries over them. */
export const databaseCauses: readonly Cause[] = [
  {
    id: 'database-authentication',
    name: 'Database refuses the login',
    weight: 'cause',
    patterns: inLog(
      /(?:password|PAM|SASL|Ident|Peer|GSSAPI|LDAP|certificate) authentication failed/i,
      /role "[^"]*" does not exist/i,
      /access denied for user|ER_ACCESS_DENIED|Login failed for user|ORA-01017/i,
      /WRONGPASS|NOAUTH Authentication required|invalid username-password pair/,
      /P1000: Authentication failed|MongoServerError: (?:bad auth|Authentication failed)/i,
    ),
    example: 'psycopg2.OperationalError: FATAL:  password authentication failed for user "app"',
    title: (found) => `The database refuses the login of ${theContainerInside(found)}`,
    explanation:
      'The database was reached, and it does not accept the user or the password. The connection string of the container is out of date, or the password was changed (rotated) without the task being replaced: a task reads its secrets once, when it starts.',
    advice: (found, context) => [
      `See when the secret that holds the connection was changed last (this does not show its value):\n${awsCommand(context.region, 'secretsmanager', 'describe-secret', '--secret-id', 'SECRET_ARN', '--query', '[Name,LastChangedDate]')}`,
      'Compare user and password with those of the database; characters such as @ : / # in a password must be percent-encoded in a URL.',
      ...logAdvice(found),
    ],
    heals: 'maybe',
  },
  {
    id: 'database-missing',
    name: 'Database does not exist',
    weight: 'cause',
    patterns: inLog(/database "[^"]*" does not exist|Unknown database|Cannot open database|P1003\b/i),
    example: 'FATAL:  database "zapier_triggers" does not exist',
    title: (found) => `The database ${quoted(/database "?'?([^"'\s]+)"?'? does not exist/i, found)}does not exist`,
    explanation:
      'The database server was reached and has no database of this name: creating an RDS instance creates one only if a name was given then.',
    advice: (found) => [
      `Create it once, from a machine that reaches the server:\npsql -h DATABASE_HOST -U USER -d postgres -c 'CREATE DATABASE ${name(/database "?'?([^"'\s]+)"?'? does not exist/i, found) ?? 'NAME'};'`,
      'Or correct the name at the end of the connection string.',
    ],
    heals: 'maybe',
  },
  {
    id: 'database-encryption',
    name: 'Database wants an encrypted connection',
    weight: 'cause',
    patterns: inLog(
      /no pg_hba\.conf entry/i,
      /require_secure_transport|SSL\/TLS required|server requires encryption|Connections using insecure transport are prohibited/i,
    ),
    example: 'FATAL: no pg_hba.conf entry for host "10.0.1.23", user "app", database "app", no encryption',
    title: (found) => `The database takes no unencrypted connection from ${theContainerInside(found)}`,
    explanation:
      'RDS for PostgreSQL 15 and newer and Aurora refuse connections without TLS (parameter rds.force_ssl). With encryption already on, the same text means that this user, database or address is not allowed.',
    advice: () => [
      'Ask for encryption in the connection string: ?sslmode=require (PostgreSQL), ssl-mode=REQUIRED (MySQL); in node-postgres also ssl: { ca }.',
      'To verify the server, put the RDS certificate bundle (truststore.pki.rds.amazonaws.com) into the image.',
    ],
    heals: 'maybe',
  },
  {
    id: 'database-schema',
    name: 'Database lacks a table or column',
    weight: 'cause',
    patterns: inLog(
      /relation "[^"]*" does not exist|column "?[\w."]*"? (?:of relation "[^"]*" )?does not exist|UndefinedTable|UndefinedColumn/i,
      /Table '[^']*' doesn't exist|no such table|Unknown column|P2021\b|P2022\b/i,
    ),
    example: 'psycopg2.errors.UndefinedTable: relation "users" does not exist',
    title: (found) => `The database lacks something that ${theContainerInside(found)} needs`,
    explanation:
      'The new version expects a table or column that is not there: its migration has not run, or ran against another database.',
    advice: (found) => [
      'Run the migration before the deployment, and let it be backward compatible: old and new tasks run side by side.',
      ...logAdvice(found),
    ],
    heals: 'maybe',
  },
  {
    id: 'database-refused',
    name: 'Database refuses the connection',
    weight: 'cause',
    patterns: inLog(
      new RegExp(`ECONNREFUSED[^\\n]*:${ports}\\b`),
      new RegExp(`ECONNREFUSED[\\s\\S]{0,400}?port["']?: *${ports}\\b`),
      new RegExp(`(?:dial tcp|connect(?:ion)? to|connecting to)[^\\n]*[:, (]${ports}\\b[^\\n]*refused`, 'i'),
      /is blocked because of many connection errors|Too many connections|remaining connection slots are reserved|too many clients already/i,
      {
        text: /ECONNREFUSED|connection refused|could not connect to server|Can't connect to (?:local )?MySQL server|Error 111 connecting/i,
        and: words,
        not: /timed? ?out|ETIMEDOUT/i,
      },
    ),
    example: 'Error: connect ECONNREFUSED 127.0.0.1:5432',
    title: (found) => `Nothing answers at the address of the database${addressOf(found)}`,
    explanation:
      'The connection was refused: no server listens at this address and port, or it takes no more connections (during a deployment old and new tasks hold theirs together). 127.0.0.1 and localhost mean the container itself, where no database runs.',
    advice: (found) => [
      ...(/127\.0\.0\.1|localhost|::1/.test(found.text)
        ? [
            'The address is that of the container itself: set the host of the database in the environment or secret that holds it. It is probably not set, and the program uses its default.',
          ]
        : []),
      'Check host and port of the connection string, and that the database is "available".',
      ...logAdvice(found),
    ],
    heals: 'maybe',
  },
  {
    id: 'database-timeout',
    name: 'Database does not answer',
    weight: 'cause',
    patterns: inLog(
      new RegExp(`ETIMEDOUT[^\\n]*:${ports}\\b`),
      new RegExp(`ETIMEDOUT[\\s\\S]{0,400}?port["']?: *${ports}\\b`),
      new RegExp(
        `(?:dial tcp|connect(?:ion)? to|connecting to)[^\\n]*[:, (]${ports}\\b[^\\n]*(?:timed out|timeout)`,
        'i',
      ),
      /timeout expired[\s\S]{0,80}Is the server running|P1001\b|Can't reach database server/i,
      /SequelizeConnectionAcquireTimeoutError|Connection terminated due to connection timeout|ServerSelectionTimeoutError|MongoServerSelectionError|HikariPool[^\n]*Connection is not available/i,
      { text: /ETIMEDOUT|connection (?:attempt )?timed out|connect(?:ion)? timeout|i\/o timeout/i, and: words },
    ),
    example: 'Error: connect ETIMEDOUT 10.0.0.109:5432',
    title: (found) => `The database does not answer${addressOf(found)}`,
    explanation:
      'The connection timed out: a security group or the network drops it on the way. The security group of the database must allow the port from the security group of the tasks; a database in another VPC or a private one without route cannot be reached.',
    advice: (found, context) => [
      `Let the tasks in (the groups are for you to fill in):\n${openPort(context, port(found), 'DATABASE_SECURITY_GROUP', '--source-group', 'TASK_SECURITY_GROUP')}`,
      `Check that the database is available, and which security groups and subnets it has:\n${awsCommand(context.region, 'rds', 'describe-db-instances', '--query', 'DBInstances[].[DBInstanceIdentifier,DBInstanceStatus,Endpoint.Address,VpcSecurityGroups[].VpcSecurityGroupId]')}`,
      'To try it from inside a task: aws ecs execute-command (enable-execute-command), then nc -zv HOST PORT.',
    ],
    heals: 'maybe',
  },
]

/** The command that opens a port in a security group. */
export function openPort(
  context: Pick<DiagnosisContext, 'region'>,
  portNumber: string,
  group: string,
  ...source: readonly string[]
): string {
  const words_ = ['ec2', 'authorize-security-group-ingress', '--group-id', group, '--protocol', 'tcp']
  return awsCommand(context.region, ...words_, '--port', portNumber, ...source)
}

function theContainerInside(found: Case): string {
  return theContainer(found).replace(/^C/, 'c').replace(/^A /, 'a ')
}

function addressOf({ text }: Case): string {
  const address =
    /(?:ECONNREFUSED|ETIMEDOUT|dial tcp|connection to server at|connect to) "?([\w.:[\]-]+:\d{2,5})/i.exec(text)?.[1] ??
    /address["']?: *["']([^"']+)["']/.exec(text)?.[1]
  return address === undefined ? '' : ` (${address})`
}

function port({ text }: Case): string {
  return new RegExp(`[:" ](${ports})\\b`).exec(text)?.[1] ?? '5432'
}

function name(pattern: RegExp, { text }: Case): string | undefined {
  const found = pattern.exec(text)?.[1]
  return found === undefined || found.includes('*') ? undefined : found
}

function quoted(pattern: RegExp, found: Case): string {
  const found_ = name(pattern, found)
  return found_ === undefined ? '' : `"${found_}" `
}
