# syntax=docker/dockerfile:1

# Builds with the same command as everywhere else; the tests run outside of the image.
FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /src
COPY pom.xml ./
COPY connector connector
COPY routes routes
# Its schemas are resources of the core.
COPY config config
RUN mvn -q -B -DskipTests -Dspotless.check.skip=true package -pl connector/app -am \
    && mkdir -p /image/app /image/data \
    && cp -r connector/app/target/lib /image/app/lib \
    && cp connector/app/target/interlock.jar /image/app/interlock.jar

# No shell and no package manager: whoever gets in finds nothing to work with.
FROM gcr.io/distroless/java21-debian12:nonroot
COPY --from=build --chown=nonroot:nonroot /image/app /app
# The default store is a file below the working directory, which has to outlive the container.
COPY --from=build --chown=nonroot:nonroot /image/data /data
COPY --chown=nonroot:nonroot config /config
WORKDIR /data
VOLUME ["/data"]
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s --retries=3 \
    CMD ["java", "-XX:+UseSerialGC", "-Xmx64m", "-cp", "/app/interlock.jar:/app/lib/*", "dev.interlock.app.Main", "health"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-Xss2m", "-cp", "/app/interlock.jar:/app/lib/*", "dev.interlock.app.Main"]
CMD ["run", "--config", "/config"]
