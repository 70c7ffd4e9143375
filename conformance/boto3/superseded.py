import time

from client import answer, deployments, ecs, update, wait_until_stable

update("web:3")
while deployments()[0]["status"] != "IN_PROGRESS":
    time.sleep(0.2)
first = deployments()[0]["serviceDeploymentArn"]
update("web:2")
wait_until_stable()
before = ecs.describe_service_deployments(serviceDeploymentArns=[first])["serviceDeployments"][0]
answer(first=before["status"], statuses=[one["status"] for one in deployments()])
