# run.sh SETTINGS NAME [-Doption …]: Clients.java with Debian's libraries and these settings of Logback.
set -e
jars=(gson okhttp okio httpclient httpcore commons-codec slf4j-api jcl-over-slf4j logback-classic logback-core
    jackson-databind jackson-core jackson-annotations spring3-web spring3-core spring3-beans logstash-logback-encoder)
path=$(printf '/usr/share/java/%s.jar:' "${jars[@]}")
classes=$TOOLS/java-classes
settings=$1 name=$2
shift 2
[ "$classes/Clients.class" -nt "$HERE/Clients.java" ] || javac -d "$classes" -cp "$path" "$HERE/Clients.java"
openssl x509 -in "$SSL_CERT_FILE" -outform der -out ca.der
keytool -importcert -noprompt -file ca.der -keystore trusted.jks -storepass changeit > keytool.log 2>&1
trust="-Djavax.net.ssl.trustStore=trusted.jks -Djavax.net.ssl.trustStorePassword=changeit"
java -Dfile.encoding=UTF-8 $trust -Dlogback.configurationFile="$HERE/settings/$settings.xml" "$@" -cp "$path$classes" Clients "$name"
