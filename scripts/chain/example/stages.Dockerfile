# Tests in a stage of their own, which is the last one, so that the image is not what would be built by itself. `shell` is the sh of this machine.
FROM scratch AS release
COPY server /server
ENTRYPOINT ["/server"]

FROM release AS tests
COPY shell /
