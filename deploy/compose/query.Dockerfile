# query-service as it was built by: mvn -DskipTests package. Context: the folder query-service/target/quarkus-app.
FROM eclipse-temurin:17-jre-noble
WORKDIR /opt/hexapolis
# in the order of how seldom they change
COPY lib/ lib/
COPY quarkus/ quarkus/
COPY app/ app/
COPY quarkus-run.jar ./
USER 10001:10001
ENV QUARKUS_HTTP_HOST=0.0.0.0
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Xmx256m", "-jar", "quarkus-run.jar"]
