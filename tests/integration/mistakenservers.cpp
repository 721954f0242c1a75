// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/mistakenservers.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace sockeye::test {

using namespace Qt::StringLiterals;

namespace {

// A real Prometheus with a path prefix of its own stands behind all of them.
constexpr auto servers = R"(
    proxy_http_version 1.1;
    server {
        listen 127.0.0.1:${PORT0};
        location /ok/ { proxy_pass ${PROMETHEUS}/; }
        location /basic/ {
            auth_basic "metrics";
            auth_basic_user_file ${FOLDER}/users;
            proxy_pass ${PROMETHEUS}/;
        }
        location /token/ {
            if ($http_authorization != "Bearer right-token") { return 401 "unauthorized"; }
            proxy_pass ${PROMETHEUS}/;
        }
        location = /oauth/token {
            if ($http_authorization != "Basic Y29uc29sZTpyaWdodC1zZWNyZXQ=") {
                return 401 '{"error":"invalid_client","error_description":"unknown client"}';
            }
            return 200 '{"access_token":"right-token","token_type":"Bearer","expires_in":3600}';
        }
        # As Cortex and Mimir answer.
        location /tenants/ {
            default_type text/plain;
            if ($http_x_scope_orgid = "") { return 401 "no org id"; }
            proxy_pass ${PROMETHEUS}/;
        }
        location /sso/ { return 302 /login; }
        location = /login { default_type text/html; return 200 "<html><form>Sign in</form></html>"; }
        location /busy/ {
            add_header Retry-After 30 always;
            if (-f ${FOLDER}/busy) { return 429 "slow down"; }
            proxy_pass ${PROMETHEUS}/;
        }
        location /large/ { proxy_pass ${PROMETHEUS}/; }
        location = /large/api/v1/query { alias ${FOLDER}/large.json; }
        location ~ ^/away(/.*)$ { return 308 http://127.0.0.1:${PORT4}/prom$1; }
        location /moved/ { return 308 http://127.0.0.1:${PORT4}/prom/; }
    }
    server {
        listen 127.0.0.1:${PORT1} ssl;
        ssl_certificate ${PKI}/prom.test.pem;
        ssl_certificate_key ${PKI}/prom.test.key;
        location / { proxy_pass ${PROMETHEUS}/; }
    }
    server {
        listen 127.0.0.1:${PORT2} ssl;
        ssl_certificate ${PKI}/prom.test.pem;
        ssl_certificate_key ${PKI}/prom.test.key;
        ssl_client_certificate ${PKI}/ca.pem;
        ssl_verify_client on;
        location / { proxy_pass ${PROMETHEUS}/; }
    }
    server {
        listen 127.0.0.1:${PORT3} ssl;
        ssl_certificate ${PKI}/elsewhere.test.pem;
        ssl_certificate_key ${PKI}/elsewhere.test.key;
        location / { proxy_pass ${PROMETHEUS}/; }
    }
    # A server like any other, and a forward proxy, too.
    server {
        listen 127.0.0.1:${PORT4};
        location /prom/ { proxy_pass ${PROMETHEUS}/; }
    }
    # A forward proxy that lets through only whom it knows.
    server {
        listen 127.0.0.1:${PORT5};
        location /prom/ {
            add_header Proxy-Authenticate 'Basic realm="proxy"' always;
            if ($http_proxy_authorization != "Basic bWU6cHJveHktcGFzc3dvcmQ=") { return 407 "who?"; }
            proxy_pass ${PROMETHEUS}/;
        }
    }
    # The certificate is read for each connection.
    map $ssl_server_name $renewable { default renewable; }
    server {
        listen 127.0.0.1:${PORT6} ssl;
        ssl_certificate ${FOLDER}/$renewable.pem;
        ssl_certificate_key ${FOLDER}/$renewable.key;
        location / { proxy_pass ${PROMETHEUS}/; }
    }
)";

// Larger than the smallest limit that the form offers.
QByteArray largeAnswer()
{
    const QByteArray now = QByteArray::number(QDateTime::currentSecsSinceEpoch());
    return R"({"status":"success","data":{"resultType":"scalar","result":[)" + now + ",\"" + now
        + R"("]},"stats":")" + QByteArray(3 * 1024 * 1024, 'x') + "\"}";
}

} // namespace

bool MistakenServers::areInstalled()
{
    return RealPrometheus::isInstalled() && !RealNginx::findProgram().isEmpty()
        && !RealVictoriaMetrics::findProgram().isEmpty();
}

Expected<std::unique_ptr<MistakenServers>, QString> MistakenServers::start()
{
    std::unique_ptr<MistakenServers> servers(new MistakenServers);
    for (const auto step :
        {&MistakenServers::issueCertificates, &MistakenServers::startServers, &MistakenServers::writeFiles}) {
        if (const auto done = (servers.get()->*step)(); !done)
            return unexpected(done.error());
    }
    servers->notePlaces();
    return servers;
}

MistakenServers::~MistakenServers() = default;

Expected<void, QString> MistakenServers::issueCertificates()
{
    for (auto *authority : {&m_authority, &m_stranger}) {
        auto created = PrivateAuthority::create();
        if (!created)
            return unexpected(created.error());
        *authority = std::move(*created);
    }
    using Type = PrivateAuthority::KeyType;
    const auto here = m_authority->issue(u"prom.test"_s, Type::Ec, u"DNS:prom.test,IP:127.0.0.1"_s);
    const auto elsewhere = m_authority->issue(u"elsewhere.test"_s, Type::Ec, u"DNS:elsewhere.test"_s);
    const auto renewable = m_authority->issue(u"renewed"_s, Type::Ec, u"IP:127.0.0.1"_s);
    const auto lapsed = m_authority->issueExpired(u"lapsed"_s, u"IP:127.0.0.1"_s);
    const auto reader = m_authority->issue(u"reader"_s, Type::Ec);
    const auto strange = m_stranger->issue(u"stranger"_s, Type::Ec);
    for (const auto &issued : {here, elsewhere, renewable, lapsed, reader, strange}) {
        if (!issued)
            return unexpected(issued.error());
    }
    m_renewed = *renewable;
    m_lapsed = *lapsed;
    m_places.insert(u"${CA}"_s, m_authority->certificateFile());
    m_places.insert(u"${WRONG_CA}"_s, m_stranger->certificateFile());
    m_places.insert(u"${CERT}"_s, reader->certificateFile);
    m_places.insert(u"${KEY}"_s, reader->keyFile);
    m_places.insert(u"${WRONG_CERT}"_s, strange->certificateFile);
    m_places.insert(u"${WRONG_KEY}"_s, strange->keyFile);
    return {};
}

Expected<void, QString> MistakenServers::startServers()
{
    RealPrometheus::Options behind;
    behind.routePrefix = u"/prom"_s;
    auto prometheus = RealPrometheus::start(behind);
    if (!prometheus)
        return unexpected(prometheus.error());
    m_prometheus = std::move(*prometheus);
    auto victoriaMetrics = RealVictoriaMetrics::start({});
    if (!victoriaMetrics)
        return unexpected(victoriaMetrics.error());
    m_victoriaMetrics = std::move(*victoriaMetrics);
    RealNginx::Options options{.http = servers, .ports = 7};
    options.http.replace("${PROMETHEUS}", m_prometheus->url().toEncoded());
    options.http.replace("${PKI}", QFileInfo(m_authority->certificateFile()).path().toUtf8());
    auto nginx = RealNginx::start(options);
    if (!nginx)
        return unexpected(nginx.error());
    m_nginx = std::move(*nginx);
    const int tls = m_nginx->url({}, 1).port();
    m_tunnel = std::make_unique<ConnectTunnel>(static_cast<quint16>(tls), "Basic bWU6cHJveHktcGFzc3dvcmQ=");
    return m_tunnel->open() ? Expected<void, QString>() : unexpected(u"no port for the tunnel"_s);
}

Expected<void, QString> MistakenServers::writeFiles()
{
    const std::array files{std::pair{u"users"_s, QByteArray("reader:{PLAIN}right-password\n")},
        std::pair{u"password"_s, QByteArray("right-password\n")}, std::pair{u"empty"_s, QByteArray()},
        std::pair{u"token"_s, QByteArray("right-token\n")}, std::pair{u"large.json"_s, largeAnswer()}};
    for (const auto &[name, content] : files) {
        if (const auto written = m_nginx->writeFile(name, content); !written)
            return written;
    }
    return setCertificate(true);
}

void MistakenServers::notePlaces()
{
    QTcpServer closed;
    closed.listen(QHostAddress::LocalHost);
    m_places.insert(u"${NOBODY}"_s, u"127.0.0.1:%1"_s.arg(closed.serverPort()));
    m_places.insert(u"${FILES}"_s, m_nginx->filePath({}));
    m_places.insert(u"${SERVER}"_s, m_prometheus->url().authority());
    m_places.insert(u"${VICTORIA}"_s, m_victoriaMetrics->url().authority());
    m_places.insert(u"${TUNNEL}"_s, u"127.0.0.1:%1"_s.arg(m_tunnel->port()));
    constexpr std::array names{u"${PLAIN}", u"${TLS}", u"${MUTUAL}", u"${ELSEWHERE}", u"${PROXY}",
        u"${STRICT_PROXY}", u"${RENEWABLE}"};
    for (std::size_t i = 0; i < names.size(); ++i)
        m_places.insert(QString::fromUtf16(names.at(i)), m_nginx->url({}, i).authority());
}

QString MistakenServers::filled(QString text) const
{
    for (auto it = m_places.cbegin(); it != m_places.cend(); ++it)
        text.replace(it.key(), it.value());
    return text;
}

Expected<void, QString> MistakenServers::setBusy(bool busy)
{
    if (busy)
        return m_nginx->writeFile(u"busy"_s, {});
    QFile file(m_nginx->filePath(u"busy"_s));
    return file.remove() ? Expected<void, QString>() : unexpected(file.errorString());
}

Expected<void, QString> MistakenServers::setCertificate(bool isValid)
{
    const PrivateAuthority::Issued &pair = isValid ? m_renewed : m_lapsed;
    for (const auto &[name, source] :
        {std::pair{u"renewable.pem"_s, pair.certificateFile}, std::pair{u"renewable.key"_s, pair.keyFile}}) {
        QFile file(source);
        if (!file.open(QIODevice::ReadOnly))
            return unexpected(file.errorString());
        if (const auto written = m_nginx->writeFile(name, file.readAll()); !written)
            return written;
    }
    return {};
}

} // namespace sockeye::test
