// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settingsdialog.h"

#include "tests/probe/faketransport.h"
#include "tests/support/fakeclock.h"

#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

EndpointConfig endpoint(const QString &id)
{
    EndpointConfig config;
    config.id = EndpointId{id};
    config.name = id;
    config.http.baseUrl = QUrl(u"https://%1.example"_s.arg(id));
    config.http.auth = BasicAuth{u"reader"_s, {SecretRef::Kind::File, u"/run/secrets/password"_s}, {}};
    return config;
}

QueryError errorOf(QueryError::Kind kind)
{
    QueryError error;
    error.kind = kind;
    return error;
}

QueryError untrusted()
{
    QueryError error = errorOf(QueryError::Kind::Transport);
    error.http.emplace().kind = HttpError::Kind::TlsFailed;
    error.http->tls = TlsFailure::Untrusted;
    return error;
}

} // namespace

//! The way from an error that stands elsewhere to the field where it can be mended.
class SettingsRemedyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFieldHasTheFocus_data();
    void theFieldHasTheFocus();
};

void SettingsRemedyTest::theFieldHasTheFocus_data()
{
    QTest::addColumn<QueryError>("error");
    QTest::addColumn<QString>("field");
    QTest::newRow("a wrong path") << errorOf(QueryError::Kind::NotFound) << u"url"_s;
    QTest::newRow("no tenant") << errorOf(QueryError::Kind::TenantMissing) << u"tenant"_s;
    QueryError option = errorOf(QueryError::Kind::OptionRefused);
    option.message = u"partial_response"_s;
    QTest::newRow("an option of another server") << option << u"partialResponse"_s;
    QueryError large = errorOf(QueryError::Kind::Transport);
    large.http.emplace().kind = HttpError::Kind::TooLarge;
    QTest::newRow("an answer over the limit") << large << u"sizeLimit"_s;
    QTest::newRow("a certificate that nobody trusts") << untrusted() << u"verify"_s;
}

void SettingsRemedyTest::theFieldHasTheFocus()
{
    QFETCH(QueryError, error);
    QFETCH(QString, field);
    const test::FakeClock clock;
    SessionSecrets secrets;
    const Theme theme;
    test::FakeNetwork network;
    Workspace workspace;
    workspace.endpoints = {endpoint(u"first"_s), endpoint(u"second"_s)};
    workspace.endpoints.back().options.thanos.partialResponse = true;
    SettingsDialog dialog({clock, secrets, network.factory(), theme, {}, workspace, {}, RandomSource(7)});
    dialog.show();
    dialog.showEndpoint(EndpointId{u"second"_s}, error);
    const QWidget *focus = dialog.focusWidget();
    QVERIFY(focus);
    QCOMPARE(focus->objectName(), field);
    QVERIFY(focus->isVisible());
}

} // namespace sockeye

QTEST_MAIN(sockeye::SettingsRemedyTest)
#include "tst_settingsremedy.moc"
