/**
 * What programs and the API say, each as its library or service writes it (taken from their sources and documentation), next to
 * the real texts of the corpus.
 */

/** A container that ended with an error after these lines. */
export const logTexts: readonly (readonly [cause: string, ...lines: string[]])[] = [
  ['exec-format', 'exec /app/server: exec format error'],
  ['command-not-found', 'exec /entrypoint.sh: no such file or directory'],
  ['command-not-found', '/bin/sh: 1: gunicorn: not found'],
  ['command-not-executable', 'exec ./server: permission denied'],
  [
    'database-authentication',
    "sqlalchemy.exc.OperationalError: (1045, \"Access denied for user 'app'@'10.0.1.5' (using password: YES)\")",
  ],
  ['database-authentication', 'pq: password authentication failed for user "app"'],
  ['database-authentication', 'MongoServerError: bad auth : Authentication failed.'],
  ['database-authentication', 'ReplyError: WRONGPASS invalid username-password pair or user is disabled.'],
  ['database-missing', 'pymysql.err.OperationalError: (1049, "Unknown database \'app\'")'],
  ['database-missing', 'asyncpg.exceptions.InvalidCatalogNameError: database "zapier_triggers" does not exist'],
  [
    'database-encryption',
    'ERROR 3159 (HY000): Connections using insecure transport are prohibited while --require_secure_transport=ON.',
  ],
  ['database-schema', 'PG::UndefinedTable: ERROR:  relation "users" does not exist'],
  ['database-schema', "Table 'app.users' doesn't exist"],
  ['database-refused', 'dial tcp 10.0.3.4:5432: connect: connection refused'],
  ['database-refused', 'redis.exceptions.ConnectionError: Error 111 connecting to localhost:6379. Connection refused.'],
  [
    'database-refused',
    'psycopg2.OperationalError: connection to server at "localhost" (127.0.0.1), port 5432 failed: Connection refused',
  ],
  [
    'database-timeout',
    'psycopg2.OperationalError: connection to server at "db" (10.0.0.9), port 5432 failed: Connection timed out',
  ],
  [
    'database-timeout',
    'failed to connect to `host=db user=app database=app`: dial error (dial tcp 10.0.0.9:5432: i/o timeout)',
  ],
  ['database-timeout', "Error: P1001: Can't reach database server at `db:5432`"],
  [
    'database-timeout',
    'java.sql.SQLTransientConnectionException: HikariPool-1 - Connection is not available, request timed out after 30000ms.',
  ],
  ['host-not-found', 'java.net.UnknownHostException: db.internal'],
  ['host-not-found', 'dial tcp: lookup redis on 10.0.0.2:53: no such host'],
  ['host-not-found', 'nginx: [emerg] host not found in upstream "api" in /etc/nginx/conf.d/default.conf:8'],
  ['missing-variable', 'DATABASE_URL is not set'],
  ['missing-variable', 'Error: Missing required environment variable: JWT_SECRET'],
  ['missing-variable', 'error: Environment variable not found: DATABASE_URL.'],
  ['missing-variable', './start.sh: line 4: API_KEY: unbound variable'],
  ['missing-variable', "java.lang.IllegalArgumentException: Could not resolve placeholder 'db.url' in value"],
  ['port-in-use', "[Errno 98] error while attempting to bind on address ('0.0.0.0', 8000): address already in use"],
  ['port-in-use', 'listen tcp :8080: bind: address already in use'],
  ['port-not-allowed', 'nginx: [emerg] bind() to 0.0.0.0:80 failed (13: Permission denied)'],
  ['port-not-allowed', 'Error: listen EACCES: permission denied 0.0.0.0:80'],
  ['module-missing', "ModuleNotFoundError: No module named 'fastapi'"],
  ['module-missing', "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'express' imported from /app/index.js"],
  ['module-missing', 'Error: Could not find or load main class com.example.Main'],
  ['heap-exhausted', 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory'],
  ['heap-exhausted', 'java.lang.OutOfMemoryError: Java heap space'],
  [
    'heap-exhausted',
    'PHP Fatal error:  Allowed memory size of 134217728 bytes exhausted (tried to allocate 20480 bytes)',
  ],
  [
    'task-role-denied',
    'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/app/1 is not authorized to perform: dynamodb:GetItem on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/users',
  ],
  [
    'task-role-denied',
    'botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the GetObject operation: Access Denied',
  ],
  ['task-role-missing', 'botocore.exceptions.NoCredentialsError: Unable to locate credentials'],
  ['bucket-not-found', 'NoSuchBucket: The specified bucket does not exist'],
  ['certificate-untrusted', 'x509: certificate signed by unknown authority'],
  ['disk-full', 'OSError: [Errno 28] No space left on device'],
  ['migration-failed', 'Error: P3009 migrate found failed migrations in the target database'],
  ['service-unreachable', 'Error: connect ECONNREFUSED 10.0.3.17:8081'],
  ['file-not-allowed', "Error: EACCES: permission denied, open '/data/cache.json'"],
  ['file-missing', "FileNotFoundError: [Errno 2] No such file or directory: '/app/config.yml'"],
]

/** A task that runs, that the load balancer does not reach in this way, and that wrote these lines; its port is 8080. */
export const reachTexts: readonly (readonly [cause: string, reason: string, ...lines: string[]])[] = [
  [
    'bound-to-loopback',
    'Request timed out',
    'INFO:     Uvicorn running on http://127.0.0.1:8080 (Press CTRL+C to quit)',
  ],
  ['bound-to-loopback', 'Health checks failed', ' * Running on http://127.0.0.1:8080'],
  ['bound-to-loopback', 'Health checks failed', 'Server listening at http://localhost:8080'],
  ['port-mismatch', 'Health checks failed', 'Listening on port 3000'],
  ['port-mismatch', 'Health checks failed', 'Tomcat started on port(s): 8081 (http) with context path'],
  ['port-mismatch', 'Request timed out', 'Now listening on: http://[::]:80'],
  ['security-group', 'Request timed out', '[GIN-debug] Listening and serving HTTP on :8080'],
  ['security-group', 'Request timed out', 'Server listening on http://0.0.0.0:8080'],
]

/** What a verification finds, as the texts of src/verification say it. */
export const verificationTexts: readonly (readonly [cause: string, what: string])[] = [
  ['verification-url', 'GET http://198.51.100.7/ answered 500 instead of 200-299'],
  ['verification-url', 'GET http://the-alarm/ was not answered: DNS knows no address for this name (ENOTFOUND)'],
  ['verification-url', '{public-ip} stands for nothing: no running task has a public address'],
  ['verification-command', 'verify-command ended with exit code 1'],
  ['verification-command', 'verify-command did not end within 300 s'],
  ['verification-alarm', 'the alarms web-5xx, web-slow are in ALARM'],
  ['verification-alarm', 'the alarm web-5xx was deleted meanwhile'],
]

/** Errors of the API, as `Name: message`. */
export const apiTexts: readonly (readonly [cause: string, told: string])[] = [
  [
    'pass-role-denied',
    'AccessDeniedException: User: arn:aws:sts::1:assumed-role/deploy/1 is not authorized to perform: iam:PassRole on resource: arn:aws:iam::1:role/web because no identity-based policy allows the iam:PassRole action',
  ],
  [
    'api-denied',
    'AccessDeniedException: User: arn:aws:sts::1:assumed-role/deploy/1 is not authorized to perform: ecs:UpdateService on resource: arn:aws:ecs:eu-west-1:1:service/main/web with an explicit deny in a service control policy',
  ],
  ['credentials-expired', 'ExpiredTokenException: The security token included in the request is expired'],
  ['credentials-invalid', 'UnrecognizedClientException: The security token included in the request is invalid.'],
  ['no-credentials', 'CredentialsProviderError: Could not load credentials from any providers'],
  ['api-throttled', 'ThrottlingException: Rate exceeded'],
  ['api-throttled', 'ClientException: Too many concurrent attempts to create a new revision of the specified family.'],
  ['task-definition-inactive', 'InvalidParameterException: TaskDefinition is inactive'],
  ['cluster-not-found', 'ClusterNotFoundException: Cluster not found.'],
  ['service-not-found', 'ServiceNotFoundException: Service not found.'],
  ['role-invalid', 'ClientException: Role is not valid'],
  [
    'execution-role-missing',
    'ClientException: Fargate requires task definition to have execution role ARN to support ECR images.',
  ],
  ['task-size-invalid', 'ClientException: No Fargate configuration exists for given values.'],
  ['network-invalid', "InvalidParameterException: The subnet ID 'subnet-0123456789abcdef0' does not exist"],
  [
    'role-not-assumable',
    "InvalidParameterException: ECS was unable to assume the configured ECS Infrastructure Role 'arn:aws:iam::1:role/x'.",
  ],
  ['api-unreachable', 'Error: getaddrinfo ENOTFOUND ecs.eu-west-1.amazonaws.com'],
]
