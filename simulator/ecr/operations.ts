/** The ECR operations that the simulator knows, with the SDK's schema of each. */
import type { GetDownloadUrlForLayerRequest } from '@aws-sdk/client-ecr'
import * as sdk from '@aws-sdk/client-ecr'
import type { KnownOperation } from '../ecs/operations.ts'
import { reads, writes } from '../neighbours/service.ts'
import { batchGetImage, describeImages, getDownloadUrlForLayer, putImage } from './images.ts'
import {
  createRepository,
  describePullThroughCacheRules,
  describeRepositories,
  getAuthorizationToken,
} from './registry.ts'
import { describeImageReplicationStatus } from './replication.ts'
import { describeImageScanFindings, startImageScan } from './scans.ts'

export const ecrTargetPrefix = 'AmazonEC2ContainerRegistry_V20150921.'

/** @param baseUrl asked for late: the port is known once the server listens */
export function ecrOperations(baseUrl: () => string): Readonly<Record<string, KnownOperation>> {
  return {
    BatchGetImage: reads(sdk.BatchGetImage$, batchGetImage),
    CreateRepository: writes(sdk.CreateRepository$, createRepository),
    DescribeImageReplicationStatus: reads(sdk.DescribeImageReplicationStatus$, describeImageReplicationStatus),
    DescribeImageScanFindings: reads(sdk.DescribeImageScanFindings$, describeImageScanFindings),
    DescribeImages: reads(sdk.DescribeImages$, describeImages),
    DescribePullThroughCacheRules: reads(sdk.DescribePullThroughCacheRules$, describePullThroughCacheRules),
    DescribeRepositories: reads(sdk.DescribeRepositories$, describeRepositories),
    GetAuthorizationToken: reads(sdk.GetAuthorizationToken$, getAuthorizationToken),
    GetDownloadUrlForLayer: reads(sdk.GetDownloadUrlForLayer$, (engine, input: GetDownloadUrlForLayerRequest) =>
      getDownloadUrlForLayer(engine, input, baseUrl()),
    ),
    PutImage: writes(sdk.PutImage$, putImage),
    StartImageScan: writes(sdk.StartImageScan$, startImageScan),
  }
}
