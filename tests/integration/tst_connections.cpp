// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/transportfactory.h"

#include "ui/connections/connectionspage.h"
#include "ui/text/formatting.h"
#include "ui/theme/theme.h"

#include "tests/engine/watchedserver.h"
#include "tests/support/realprometheus.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using test::RealPrometheus;

namespace {

constexpr int patience = 60'000;

} // namespace

//! What the page tells of a real Prometheus while it runs, and when it has died.
class TestConnections final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theServerIsDescribed();
    void aCopiedQueryGetsAnAnswer();
    void aServerThatDiedHasItsErrorInWords();

private:
    [[nodiscard]] QJsonObject facts() const;

    SystemClock m_clock;
    Theme m_theme;
    Formatting m_formatting;
    std::unique_ptr<RealPrometheus> m_server;
    SessionSecrets m_secrets;
    std::unique_ptr<HistoryDatabase> m_history;
    test::RecordingNotifier m_notifier;
    std::unique_ptr<MonitorSession> m_session;
    std::unique_ptr<ConnectionsPage> m_page;
};

void TestConnections::initTestCase()
{
    if (!RealPrometheus::isInstalled() && !RealPrometheus::isRequired())
        QSKIP("Prometheus is not installed");
    RealPrometheus::Options options;
    options.basicAuth = true;
    auto server = RealPrometheus::start(options);
    QVERIFY2(server, qPrintable(server ? QString() : server.error()));
    m_server = std::move(*server);

    Workspace workspace = test::workspaceAt(m_server->url());
    const SecretRef password{SecretRef::Kind::Session, u"prometheus"_s};
    workspace.endpoints.front().http.auth =
        BasicAuth{QString::fromLatin1(RealPrometheus::user), password, {}};
    workspace.refreshInterval = std::chrono::seconds{1};
    m_secrets.set(password.key, RealPrometheus::password);
    m_history = std::make_unique<HistoryDatabase>(u":memory:"_s);
    m_session =
        std::make_unique<MonitorSession>(MonitorSession::Services{m_clock, m_secrets, *m_history, m_notifier,
                                             transportFactory(m_clock, RandomSource(9)), RandomSource(7), {}},
            workspace);
    m_session->start();
    m_page = std::make_unique<ConnectionsPage>(*m_session, m_clock, m_theme, m_formatting);
    m_page->show();
}

QJsonObject TestConnections::facts() const
{
    return m_page->describe()[u"connections"_s].toArray().first().toObject();
}

void TestConnections::theServerIsDescribed()
{
    QTRY_COMPARE_WITH_TIMEOUT(facts()[u"state"_s].toString(), u"answers"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(facts()[u"server"_s][u"flavour"_s].toString(), u"prometheus"_s, patience);
    QVERIFY(facts()[u"sent"_s].toInteger() > 0);
    QVERIFY(facts()[u"bytesReceived"_s].toInteger() > 0);
    QVERIFY(facts()[u"p95"_s].toDouble() > 0.0);
    QVERIFY(std::abs(facts()[u"clockOffsetMs"_s].toInteger()) < 5'000);
}

void TestConnections::aCopiedQueryGetsAnAnswer()
{
    QMenu *menu = m_page->findChild<QPushButton *>(u"copyAsCurl"_s)->menu();
    Q_EMIT menu->aboutToShow();
    menu->actions().constLast()->trigger();
    const QString command = QGuiApplication::clipboard()->text();
    QVERIFY(!command.contains(QString::fromLatin1(RealPrometheus::password)));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PASSWORD"_s, QString::fromLatin1(RealPrometheus::password));
    QProcess shell;
    shell.setProcessEnvironment(environment);
    shell.start(u"/bin/sh"_s, {u"-c"_s, command});
    QVERIFY(shell.waitForFinished(patience));
    const QJsonDocument answer = QJsonDocument::fromJson(shell.readAllStandardOutput());
    QVERIFY2(answer[u"status"_s] == "success"_L1, shell.readAllStandardError().constData());
}

void TestConnections::aServerThatDiedHasItsErrorInWords()
{
    m_server->kill();
    QTRY_COMPARE_WITH_TIMEOUT(facts()[u"state"_s].toString(), u"fails"_s, patience);
    const auto *error = m_page->findChild<QLabel *>(u"connectionError"_s);
    const auto *remedy = m_page->findChild<QLabel *>(u"connectionRemedy"_s);
    // What is under way when it dies is lost, what comes after is refused.
    QTRY_VERIFY_WITH_TIMEOUT(error->text().contains(u"refused the connection"_s), patience);
    QVERIFY(error->text().contains(m_server->url().authority()));
    QVERIFY(!remedy->text().isEmpty());
    QVERIFY(facts()[u"failed"_s].toInteger() > 0);

    const auto restarted = m_server->restart();
    QVERIFY2(restarted, qPrintable(restarted ? QString() : restarted.error()));
    QTRY_COMPARE_WITH_TIMEOUT(facts()[u"state"_s].toString(), u"answers"_s, patience);
    QTRY_VERIFY_WITH_TIMEOUT(error->text().startsWith(u"The last error"_s), patience);
    m_session->shutDown();
}

} // namespace sockeye

QTEST_MAIN(sockeye::TestConnections)
#include "tst_connections.moc"
