from client import answer, ecr, ecs


def pages(client, operation, key, size, **parameters):
    found = client.get_paginator(operation).paginate(PaginationConfig={"PageSize": size}, **parameters)
    return [[item for item in page[key]] for page in found]


answer(
    tasks=pages(ecs, "list_tasks", "taskArns", 2, serviceName="web"),
    services=pages(ecs, "list_services", "serviceArns", 1),
    definitions=pages(ecs, "list_task_definitions", "taskDefinitionArns", 4, sort="DESC"),
    images=pages(ecr, "describe_images", "imageDetails", 2, repositoryName="web"),
)
