import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { deployTwice } from '../../scripts/check-task-definitions/deploy-twice.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deployed-twice-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const digest = `sha256:${'0a'.repeat(32)}`

// What ECS fills in, sorts, or writes otherwise: each of it would make a second run deploy again if it were not told apart.
const onInstances = `
family: on-instances
cpu: .5 vCPU
memory: 1 GB
requiresCompatibilities: [EC2]
volumes:
  - name: data
  - name: files
    efsVolumeConfiguration: { fileSystemId: fs-1 }
containerDefinitions:
  - name: web
    image: 999999999999.dkr.ecr.eu-west-1.amazonaws.com/web:v1
    portMappings: [{ containerPort: 8080, hostPort: 0 }, { containerPort: 53, protocol: udp }]
    environment: [{ name: LONG_NAME, value: b }, { name: B, value: '' }, { name: A, value: a }]
    command: ['', 'start', '']
    ulimits: [{ name: nofile, softLimit: 1, hardLimit: 2 }, { name: core, softLimit: 0, hardLimit: 0 }]
    healthCheck: { command: [CMD-SHELL, 'exit 0'] }
    mountPoints: [{ sourceVolume: data, containerPath: /data }]
  - name: side
    essential: false
    image: ghcr.io/octo/side@${digest}
    dependsOn: [{ containerName: web, condition: START }]
    volumesFrom: []
`

const onFargate = `{
  // No family and no image: the service and the inputs have them.
  "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"], "cpu": "256", "memory": "512",
  "runtimePlatform": { "cpuArchitecture": "X86_64", "operatingSystemFamily": "LINUX" },
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [{
    "name": "web", "cpu": 0, "portMappings": [{ "containerPort": \${PORT}, "hostPort": \${PORT}, "protocol": "tcp" }],
    "secrets": [{ "name": "B", "valueFrom": "/b" }, { "name": "A", "valueFrom": "/a" }]
  }]
}`

test('a definition full of what ECS stores otherwise is deployed once', async () => {
  await expect(deployTwice(onInstances, 'definition.yaml', folder)).resolves.toBeUndefined()
}, 60_000)

test('so is one with variables, without family and image', async () => {
  const variables = new Map([['PORT', '8080']])
  await expect(deployTwice(onFargate, 'definition.jsonc', folder, variables)).resolves.toBeUndefined()
}, 60_000)

test('one that ECS would not register is told apart', async () => {
  const text = onInstances.replace('family: on-instances', 'family: on instances')
  await expect(deployTwice(text, 'definition.yaml', folder)).resolves.toBe(
    'ECS would not register it: Family contains invalid characters.',
  )
})
