// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/askedquery.h"

#include "tests/support/privateauthority.h"
#include "tests/support/realnginx.h"
#include "tests/support/realprometheus.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::PrivateAuthority;
using test::RealNginx;
using test::RealPrometheus;

namespace {

constexpr int patience = 60'000;

//! Runs \a command as a user does who has set the variables; gives its output.
QByteArray runInShell(const QString &command, const QString &password)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PASSWORD"_s, password);
    environment.insert(u"X_API_KEY"_s, u"of $no 'value'"_s);
    QProcess shell;
    shell.setProcessEnvironment(environment);
    shell.start(u"/bin/sh"_s, {u"-c"_s, command});
    shell.waitForFinished(patience);
    const QByteArray output = shell.readAllStandardOutput();
    return output.isEmpty() ? shell.readAllStandardError() : output;
}

QJsonArray resultOf(const QByteArray &answer)
{
    return QJsonDocument::fromJson(answer)[u"data"]["result"_L1].toArray();
}

} // namespace

//! The commands that *Copy as curl* gives, run against real servers.
class TestCurlReal final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void expressionsArriveUnchanged_data();
    void expressionsArriveUnchanged();
    void aRangeIsAskedForAgain();
    void aWrongPasswordIsRefused();
    void aPrivateAuthorityAndAClientCertificateGoAlong();

private:
    [[nodiscard]] HttpConfig config() const;

    std::unique_ptr<RealPrometheus> m_server;
};

void TestCurlReal::initTestCase()
{
    if (!RealPrometheus::isInstalled() && !RealPrometheus::isRequired())
        QSKIP("Prometheus is not installed");
    RealPrometheus::Options options;
    options.basicAuth = true;
    options.routePrefix = u"/prom"_s;
    auto server = RealPrometheus::start(options);
    QVERIFY2(server, qPrintable(server ? QString() : server.error()));
    m_server = std::move(*server);
}

HttpConfig TestCurlReal::config() const
{
    HttpConfig config;
    config.baseUrl = m_server->url();
    config.auth =
        BasicAuth{QString::fromLatin1(RealPrometheus::user), {SecretRef::Kind::Session, u"id"_s}, {}};
    config.headers = {{"X-Note", "it's a 'note' for $nobody"}};
    config.secretHeaders = {{"X-Api-Key", {SecretRef::Kind::Session, u"other"_s}}};
    return config;
}

void TestCurlReal::expressionsArriveUnchanged_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("label");
    QTest::newRow("quotes") << uR"(label_replace(vector(1), "l", "it's \"so\"", "", ""))"_s
                            << u"it's \"so\""_s;
    QTest::newRow("a plus") << uR"(label_replace(vector(1) + vector(2), "l", "a+b", "", ""))"_s << u"a+b"_s;
    QTest::newRow("a dollar") << uR"(label_replace(vector(1), "l", "$$1 `x`", "", ""))"_s << u"$1 `x`"_s;
    QTest::newRow("percent and ampersand")
        << uR"(label_replace(vector(1), "l", "100%25&x=1", "", ""))"_s << u"100%25&x=1"_s;
    QTest::newRow("lines") << u"label_replace(\n  vector(1), # one\n  \"l\", \"温度\", \"\", \"\")"_s
                           << u"温度"_s;
}

void TestCurlReal::expressionsArriveUnchanged()
{
    QFETCH(QString, expression);
    QFETCH(QString, label);
    const QString command = curlCommand(config(), {}, InstantQuery{expression, {}});
    QVERIFY(!command.contains(QString::fromLatin1(RealPrometheus::password)));
    const QByteArray answer = runInShell(command, QString::fromLatin1(RealPrometheus::password));
    QCOMPARE(resultOf(answer).size(), 1);
    QCOMPARE(resultOf(answer).first()["metric"_L1]["l"_L1].toString(), label);
}

void TestCurlReal::aRangeIsAskedForAgain()
{
    const Timestamp now{std::chrono::milliseconds{QDateTime::currentMSecsSinceEpoch()}};
    const Timestamp end = std::chrono::floor<std::chrono::minutes>(now);
    const RangeQuery query{u"time() + 0"_s, {end - 60s, end}, 15s};
    const QByteArray answer =
        runInShell(curlCommand(config(), {}, query), QString::fromLatin1(RealPrometheus::password));
    const QJsonArray values = resultOf(answer).first()["values"_L1].toArray();
    QCOMPARE(values.size(), 5);
    QCOMPARE(values.last()[1].toString(),
        QString::number(std::chrono::duration_cast<std::chrono::seconds>(end.time_since_epoch()).count()));
}

void TestCurlReal::aWrongPasswordIsRefused()
{
    const QByteArray answer = runInShell(curlCommand(config(), {}, InstantQuery{u"up"_s, {}}), u"wrong"_s);
    QVERIFY2(answer.contains("Unauthorized"), answer.constData());
}

void TestCurlReal::aPrivateAuthorityAndAClientCertificateGoAlong()
{
    const auto authority = PrivateAuthority::create();
    QVERIFY2(authority, qPrintable(authority ? QString() : authority.error()));
    const auto server =
        (*authority)->issue(u"prom.test"_s, PrivateAuthority::KeyType::Rsa, u"DNS:prom.test"_s);
    const auto client = (*authority)->issue(u"reader"_s, PrivateAuthority::KeyType::Rsa);
    QVERIFY(server && client);
    const QString block = uR"(
        server {
            listen 127.0.0.1:${PORT0} ssl;
            ssl_certificate %1;
            ssl_certificate_key %2;
            ssl_client_certificate %3;
            ssl_verify_client on;
            location / { proxy_pass %4; }
        })"_s.arg(server->certificateFile, server->keyFile, (*authority)->certificateFile(),
        m_server->url().adjusted(QUrl::RemovePath).toString());
    const auto nginx = RealNginx::start({block.toUtf8(), 1});
    QVERIFY2(nginx, qPrintable(nginx ? QString() : nginx.error()));

    HttpConfig behind = config();
    behind.baseUrl = (*nginx)->url(m_server->url().path(), 0, u"https"_s);
    behind.tls.caFile = (*authority)->certificateFile();
    behind.tls.certFile = client->certificateFile;
    behind.tls.key = {SecretRef::Kind::File, client->keyFile};
    behind.tls.serverName = u"prom.test"_s;
    const auto ask = [&behind] {
        return runInShell(curlCommand(behind, {}, InstantQuery{u"vector(1)"_s, {}}),
            QString::fromLatin1(RealPrometheus::password));
    };
    QCOMPARE(resultOf(ask()).size(), 1);
    behind.tls.serverName = u"other.test"_s;
    QVERIFY2(ask().startsWith("curl: (60)"), ask().constData());
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestCurlReal)
#include "tst_curl_real.moc"
