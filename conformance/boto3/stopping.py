import time

from client import answer, deployments, ecs, update

update("web:3")
while deployments()[0]["status"] != "IN_PROGRESS":
    time.sleep(0.2)
arn = deployments()[0]["serviceDeploymentArn"]
stopped = ecs.stop_service_deployment(serviceDeploymentArn=arn, stopType="ROLLBACK")
while deployments()[0]["status"] not in ("ROLLBACK_SUCCESSFUL", "STOPPED", "ROLLBACK_FAILED"):
    time.sleep(0.2)
status = deployments()[0]["status"]
try:
    ecs.stop_service_deployment(serviceDeploymentArn=arn, stopType="ROLLBACK")
    conflict = None
except ecs.exceptions.ConflictException as error:
    conflict = error.response["Error"]["Code"]
answer(echoed=stopped["serviceDeploymentArn"] == arn, status=status, conflict=conflict)
