"""Deploys the revision named on the command line, which fails, and looks when the waiter is content."""

import sys

from client import answer, deployments, ecs, service, update, wait_until_stable

started = update(sys.argv[1])["deployments"][0]["id"]
wait_until_stable()
now = service()
arn = deployments()[0]["serviceDeploymentArn"]
described = ecs.describe_service_deployments(serviceDeploymentArns=[arn])["serviceDeployments"][0]
answer(
    started=started,
    listed=[one["id"] for one in now["deployments"]],
    taskDefinition=now["taskDefinition"],
    status=described["status"],
    reason=described["statusReason"],
    breaker=described["deploymentCircuitBreaker"],
    events=[event["message"] for event in now["events"]],
)
