import type { ServiceManagedEBSVolumeConfiguration } from '@aws-sdk/client-ecs'
import type { WantedInputReader } from './deploy-input-names.ts'
import type { ServiceSettings } from './deploy-inputs.ts'
import { parseShaped, type Shape } from './shape.ts'

const text: Shape = { kind: 'text' }
const size: Shape = { kind: 'integer', least: 1, most: 2 ** 31 - 1 }

const ebsVolumeShape: Shape = {
  kind: 'record',
  members: {
    encrypted: { kind: 'boolean' },
    kmsKeyId: text,
    volumeType: text,
    sizeInGiB: size,
    snapshotId: text,
    volumeInitializationRate: size,
    iops: size,
    throughput: size,
    tagSpecifications: {
      kind: 'list',
      of: {
        kind: 'record',
        members: {
          resourceType: { kind: 'choice', of: ['volume'] },
          tags: { kind: 'list', of: { kind: 'record', members: { key: text, value: text }, required: ['key'] } },
          propagateTags: { kind: 'choice', of: ['SERVICE', 'TASK_DEFINITION', 'NONE'] },
        },
        required: ['resourceType'],
      },
    },
    roleArn: text,
    filesystemType: { kind: 'choice', of: ['ext3', 'ext4', 'ntfs', 'xfs'] },
  },
  // Required by the API, ServiceManagedEBSVolumeConfiguration.
  required: ['roleArn'],
}

/** Reads the managed EBS volume of the service: its name and its settings need each other. */
export function readManagedEbsVolume(reader: WantedInputReader): ServiceSettings['serviceManagedEbsVolume'] {
  const name = reader.text('service-managed-ebs-volume-name')
  const given = reader.lines('service-managed-ebs-volume')
  if (name === undefined && given !== undefined) {
    reader.refuse(
      'service-managed-ebs-volume',
      'It needs service-managed-ebs-volume-name, the name of the volume in the task definition.',
    )
  }
  if (name !== undefined && given === undefined) {
    reader.refuse(
      'service-managed-ebs-volume-name',
      'It needs service-managed-ebs-volume, the settings of the volume as JSON.',
    )
  }
  const volume = reader.takeLines('service-managed-ebs-volume', (json) =>
    parseShaped<ServiceManagedEBSVolumeConfiguration>(json, ebsVolumeShape, 'The volume'),
  )
  return name === undefined || volume === undefined ? undefined : { name, volume }
}
