FROM maven:3-eclipse-temurin-25 AS build
# The build starts a PostgreSQL, which does not work for root.
RUN useradd --create-home --uid 10001 builder
USER builder
RUN mkdir /home/builder/hangtag
WORKDIR /home/builder/hangtag
COPY --chown=builder:builder . .
# No database comes with the image: it is to be a server that outlives containers.
RUN mvn --batch-mode --no-transfer-progress -DskipTests package \
    && rm bot/target/lib/embedded-postgres-binaries-*.jar

FROM eclipse-temurin:25-jre
RUN apt-get update \
    && apt-get install -y --no-install-recommends fontconfig fonts-dejavu-core \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --no-create-home --home-dir /hangtag --shell /usr/sbin/nologin hangtag
WORKDIR /hangtag
COPY --from=build /home/builder/hangtag/bot/target/lib lib
COPY --from=build /home/builder/hangtag/bot/target/hangtag.jar .
USER hangtag
ENV LANG=C.UTF-8
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-Xmx512m", "--enable-native-access=ALL-UNNAMED", \
    "-Djava.awt.headless=true", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", \
    "-jar", "/hangtag/hangtag.jar"]
CMD ["serve"]
