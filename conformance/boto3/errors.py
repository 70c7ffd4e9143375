from botocore.exceptions import WaiterError
from client import answer, ecr, ecs, wait


def refusal(call, expected, **parameters):
    """The modelled exception class must be the one raised; its message is returned."""
    try:
        call(**parameters)
    except expected as error:
        return error.response["Error"]["Message"]
    return None


def reason_to_give_up():
    try:
        wait("services_stable", services=["nope"])
    except WaiterError as error:
        return error.last_response["failures"][0]["reason"]
    return None


answer(
    cluster=refusal(ecs.list_tasks, ecs.exceptions.ClusterNotFoundException, cluster="nope"),
    service=refusal(ecs.update_service, ecs.exceptions.ServiceNotFoundException, service="nope"),
    definition=refusal(ecs.describe_task_definition, ecs.exceptions.ClientException, taskDefinition="nope"),
    filters=refusal(
        ecs.list_tasks, ecs.exceptions.InvalidParameterException, startedBy="me", serviceName="web"
    ),
    deployment=refusal(
        ecs.stop_service_deployment,
        ecs.exceptions.ServiceDeploymentNotFoundException,
        serviceDeploymentArn="arn:aws:ecs:us-east-1:111122223333:service-deployment/default/web/nope",
    ),
    image=refusal(
        ecr.describe_images,
        ecr.exceptions.ImageNotFoundException,
        repositoryName="web",
        imageIds=[{"imageTag": "missing"}],
    ),
    repository=refusal(ecr.describe_images, ecr.exceptions.RepositoryNotFoundException, repositoryName="nope"),
    waiter=reason_to_give_up(),
)
