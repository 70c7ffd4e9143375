/** The ECS operations that the simulator knows, with the SDK's schema of each. */
import * as sdk from '@aws-sdk/client-ecs'
import type { Engine } from '../engine.ts'
import { createCluster, describeClusters, listClusters, listTagsForResource, tagResource } from './clusters.ts'
import { executeCommand, runTask } from './run-task.ts'
import {
  continueServiceDeployment,
  describeServiceDeployments,
  describeServiceRevisions,
  listServiceDeployments,
  stopServiceDeployment,
} from './service-deployments.ts'
import { createService, deleteService, describeServices, listServices, updateService } from './services.ts'
import {
  deleteTaskDefinitions,
  deregisterTaskDefinition,
  describeTaskDefinition,
  listTaskDefinitions,
  registerTaskDefinition,
} from './task-definitions.ts'
import { getTaskProtection, updateTaskProtection } from './task-protection.ts'
import { describeTasks, listTasks, stopTask } from './tasks.ts'

export interface KnownOperation {
  readonly schema: readonly unknown[]
  readonly mutating: boolean
  /** The input has been checked against the schema. @throws ApiError */
  readonly run: (engine: Engine, input: unknown) => object
}

const reads = <I>(schema: readonly unknown[], run: (engine: Engine, input: I) => object): KnownOperation => ({
  schema,
  mutating: false,
  run: (engine, input) => run(engine, input as I),
})
const writes = <I>(schema: readonly unknown[], run: (engine: Engine, input: I) => object): KnownOperation => ({
  ...reads(schema, run),
  mutating: true,
})

export const ecsTargetPrefix = 'AmazonEC2ContainerServiceV20141113.'

export const ecsOperations: Readonly<Record<string, KnownOperation>> = {
  ContinueServiceDeployment: writes(sdk.ContinueServiceDeployment$, continueServiceDeployment),
  CreateCluster: writes(sdk.CreateCluster$, createCluster),
  CreateService: writes(sdk.CreateService$, createService),
  DeleteService: writes(sdk.DeleteService$, deleteService),
  DeleteTaskDefinitions: writes(sdk.DeleteTaskDefinitions$, deleteTaskDefinitions),
  DeregisterTaskDefinition: writes(sdk.DeregisterTaskDefinition$, deregisterTaskDefinition),
  DescribeClusters: reads(sdk.DescribeClusters$, describeClusters),
  DescribeServiceDeployments: reads(sdk.DescribeServiceDeployments$, describeServiceDeployments),
  DescribeServiceRevisions: reads(sdk.DescribeServiceRevisions$, describeServiceRevisions),
  DescribeServices: reads(sdk.DescribeServices$, describeServices),
  DescribeTaskDefinition: reads(sdk.DescribeTaskDefinition$, describeTaskDefinition),
  DescribeTasks: reads(sdk.DescribeTasks$, describeTasks),
  ExecuteCommand: writes(sdk.ExecuteCommand$, executeCommand),
  GetTaskProtection: reads(sdk.GetTaskProtection$, getTaskProtection),
  ListClusters: reads(sdk.ListClusters$, listClusters),
  ListServiceDeployments: reads(sdk.ListServiceDeployments$, listServiceDeployments),
  ListServices: reads(sdk.ListServices$, listServices),
  ListTagsForResource: reads(sdk.ListTagsForResource$, listTagsForResource),
  ListTaskDefinitions: reads(sdk.ListTaskDefinitions$, listTaskDefinitions),
  ListTasks: reads(sdk.ListTasks$, listTasks),
  RegisterTaskDefinition: writes(sdk.RegisterTaskDefinition$, registerTaskDefinition),
  RunTask: writes(sdk.RunTask$, runTask),
  StopServiceDeployment: writes(sdk.StopServiceDeployment$, stopServiceDeployment),
  StopTask: writes(sdk.StopTask$, stopTask),
  TagResource: writes(sdk.TagResource$, tagResource),
  UpdateService: writes(sdk.UpdateService$, updateService),
  UpdateTaskProtection: writes(sdk.UpdateTaskProtection$, updateTaskProtection),
}
