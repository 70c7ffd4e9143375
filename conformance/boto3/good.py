from client import answer, deployments, ecs, update, wait_until_stable

primary = update("web:2")["deployments"][0]
wait_until_stable()
newest = deployments()[0]
described = ecs.describe_service_deployments(serviceDeploymentArns=[newest["serviceDeploymentArn"]])
target = described["serviceDeployments"][0]["targetServiceRevision"]["arn"]
revision = ecs.describe_service_revisions(serviceRevisionArns=[target])["serviceRevisions"][0]
answer(
    id=primary["id"],
    # A timestamp that did not arrive as a number of seconds would not be a datetime here.
    createdAt=primary["createdAt"].timestamp(),
    status=newest["status"],
    target=target,
    digest=revision["containerImages"][0]["imageDigest"],
)
