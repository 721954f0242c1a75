// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/formcolumn.h"

#include "tests/ui/opensettings.h"

#include <QSpinBox>
#include <QWheelEvent>

namespace sockeye {

using namespace Qt::StringLiterals;

//! What the forms of the settings show, take and refuse.
class TestSettingsForms final : public QObject, private test::OpenSettings {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { closeDialog(); }

    void foldedGroupTellsWhatItHoldsAndOpensAtAProblem();
    void eachWayToSignInReachesTheWorkspace();
    void labelsAreNamedWithoutTheirKeys();
    void optionsOfOneKindOfServerAreThereForIt_data();
    void optionsOfOneKindOfServerAreThereForIt();
    void optionsReachTheWorkspace();
    void wrongOptionIsToldAtItsField_data();
    void wrongOptionIsToldAtItsField();
    void oddLimitsOfAFileAreKept();
    void probeEndpointIsOfferedWhatProbesApply();
    void everyEditorHasANameForScreenReaders();
    void theWheelChangesNothingThatHasNoFocus();
};

void TestSettingsForms::foldedGroupTellsWhatItHoldsAndOpensAtAProblem()
{
    Workspace workspace = newWorkspace(u"test"_s);
    EndpointConfig server{.id = EndpointId{u"e1"_s}, .name = u"a"_s, .http = {}};
    server.http.baseUrl = QUrl(u"https://prom.test"_s);
    server.http.tls.certFile = u"/etc/me.pem"_s;
    server.http.tls.key = {SecretRef::Kind::File, u"/etc/me.key"_s};
    workspace.endpoints.push_back(server);
    open(workspace);
    QVERIFY(find<QLabel>(u"tlsGroupHeld"_s)->text().contains(u"client certificate"_s));
    QCOMPARE(find<QLabel>(u"networkGroupHeld"_s)->text(), QString());
    QVERIFY(!find<QLineEdit>(u"keyFilePath"_s)->isVisible());

    auto *key = find<QLineEdit>(u"keyFilePath"_s);
    key->selectAll();
    QTest::keyClick(key, Qt::Key_Delete);
    QVERIFY(!note(u"keyFile"_s).contains(u"Enter"_s));
    click(u"ok"_s);
    QVERIFY(key->isVisible());
    QVERIFY(m_dialog->focusWidget() == key);
    QVERIFY(note(u"keyFile"_s).contains(u"Enter the key that belongs to the certificate."_s));
    QCOMPARE(m_applied->count(), 0);
}

void TestSettingsForms::eachWayToSignInReachesTheWorkspace()
{
    open();
    addServer(u"a"_s, u"https://prom.test"_s);
    choose(u"signIn"_s, 3);
    type(u"clientId"_s, u"console"_s);
    type(u"tokenUrl"_s, u"https://login.test/token"_s);
    type(u"scopes"_s, u"read query"_s);
    type(u"tenant"_s, u"a|b"_s);
    click(u"apply"_s);
    auto http = m_applied->back().at(0).value<Workspace>().endpoints.front().http;
    const auto *oauth2 = std::get_if<OAuth2>(&http.auth);
    QVERIFY(oauth2);
    QCOMPARE(oauth2->scopes, (QStringList{u"read"_s, u"query"_s}));
    QCOMPARE(http.tenant, u"a|b"_s);

    choose(u"signIn"_s, 4);
    type(u"command"_s, u"token --for \"my team\""_s);
    QVERIFY(note(u"command"_s).startsWith(u"[token] [--for] [my team]"_s));
    click(u"apply"_s);
    http = m_applied->back().at(0).value<Workspace>().endpoints.front().http;
    const auto *command = std::get_if<TokenCommand>(&http.auth);
    QVERIFY(command);
    QCOMPARE(command->command, (QStringList{u"token"_s, u"--for"_s, u"my team"_s}));
}

void TestSettingsForms::labelsAreNamedWithoutTheirKeys()
{
    QCOMPARE(withoutKey(u"Si&ze limit"_s), u"Size limit"_s);
    QCOMPARE(withoutKey(u"URL(&R)"_s), u"URL"_s);
    QCOMPARE(withoutKey(u"Time (local)"_s), u"Time (local)"_s);
}

void TestSettingsForms::optionsOfOneKindOfServerAreThereForIt_data()
{
    QTest::addColumn<ServerFlavour>("flavour");
    QTest::addColumn<EndpointOptions>("options");
    QTest::addColumn<bool>("thanos");
    QTest::addColumn<bool>("victoriaMetrics");
    EndpointOptions raw;
    raw.thanos.maxSourceResolution = u"0s"_s;
    EndpointOptions uncached;
    uncached.victoriaMetrics.noCache = true;
    using enum ServerFlavour;
    QTest::newRow("Prometheus") << Prometheus << EndpointOptions{} << false << false;
    QTest::newRow("Thanos") << Thanos << EndpointOptions{} << true << false;
    QTest::newRow("VictoriaMetrics") << VictoriaMetrics << EndpointOptions{} << false << true;
    QTest::newRow("an option that a Prometheus does not know") << Prometheus << raw << true << false;
    QTest::newRow("not asked yet, with an option") << Compatible << uncached << false << true;
}

void TestSettingsForms::optionsOfOneKindOfServerAreThereForIt()
{
    QFETCH(ServerFlavour, flavour);
    QFETCH(EndpointOptions, options);
    Workspace workspace = newWorkspace(u"test"_s);
    EndpointConfig server{.id = EndpointId{u"e1"_s}, .name = u"a"_s, .http = {}};
    server.http.baseUrl = QUrl(u"https://prom.test"_s);
    server.options = options;
    workspace.endpoints.push_back(server);
    open(workspace, {{server.id, flavour}});
    QTEST(find<QWidget>(u"thanosGroup"_s)->isVisible(), "thanos");
    QTEST(find<QWidget>(u"victoriaMetricsGroup"_s)->isVisible(), "victoriaMetrics");
}

void TestSettingsForms::optionsReachTheWorkspace()
{
    open();
    addServer(u"a"_s, u"https://thanos.test"_s);
    choose(u"deduplicate"_s, 2);
    choose(u"partialResponse"_s, 1);
    type(u"maxResolution"_s, u"5m"_s);
    type(u"replicaLabels"_s, u"replica, rule_replica"_s);
    QCOMPARE(find<QLabel>(u"thanosGroupHeld"_s)->text(),
        u"● each replica · replica, rule_replica · partial answers · at most 5m"_s);
    click(u"apply"_s);
    const EndpointOptions options = m_applied->back().at(0).value<Workspace>().endpoints.front().options;
    QCOMPARE(options.thanos.deduplicate, false);
    QCOMPARE(options.thanos.partialResponse, true);
    QCOMPARE(options.thanos.maxSourceResolution, u"5m"_s);
    QCOMPARE(options.thanos.replicaLabels, (QStringList{u"replica"_s, u"rule_replica"_s}));
    QCOMPARE(options.victoriaMetrics, VictoriaMetricsOptions{});
}

void TestSettingsForms::wrongOptionIsToldAtItsField_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::newRow("a resolution that is no duration") << u"maxResolution"_s << u"five"_s;
    QTest::newRow("more digits than a number has") << u"roundDigits"_s << u"101"_s;
    QTest::newRow("digits that are none") << u"roundDigits"_s << u"two"_s;
}

void TestSettingsForms::wrongOptionIsToldAtItsField()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    open();
    addServer(u"a"_s, u"https://prom.test"_s);
    type(field, text);
    QVERIFY2(note(field).contains(u"Enter "_s), qPrintable(note(field)));
    click(u"ok"_s);
    QCOMPARE(m_applied->count(), 0);
    QCOMPARE(m_dialog->focusWidget()->objectName(), field);
}

void TestSettingsForms::oddLimitsOfAFileAreKept()
{
    Workspace workspace = newWorkspace(u"test"_s);
    EndpointConfig server{.id = EndpointId{u"e1"_s}, .name = u"a"_s, .http = {}};
    server.http.baseUrl = QUrl(u"https://prom.test"_s);
    server.http.maxBodyBytes = 1'500'000;
    workspace.endpoints.push_back(server);
    open(workspace);
    QCOMPARE(find<QSpinBox>(u"sizeLimit"_s)->value(), 2);
    type(u"name"_s, u"b"_s);
    click(u"apply"_s);
    const auto limit = [this] {
        return m_applied->back().at(0).value<Workspace>().endpoints.front().http.maxBodyBytes;
    };
    QCOMPARE(limit(), 1'500'000);
    find<QSpinBox>(u"sizeLimit"_s)->setValue(8);
    click(u"apply"_s);
    QCOMPARE(limit(), 8 * 1024 * 1024);
}

void TestSettingsForms::probeEndpointIsOfferedWhatProbesApply()
{
    open();
    show(SettingsDialog::Page::Targets, u"targetsPage"_s);
    click(u"add"_s);
    click(u"tlsGroupFold"_s);
    QCOMPARE(find<QComboBox>(u"signIn"_s)->count(), 5);
    QVERIFY(find<QComboBox>(u"verify"_s)->isVisible());
    QVERIFY(find<QLineEdit>(u"keyFilePath"_s)->isVisible());
    const auto *page = m_dialog->findChild<QWidget *>(m_page);
    QVERIFY(page->findChild<QComboBox *>(u"proxy"_s));
    QVERIFY(!page->findChild<QLineEdit *>(u"tenant"_s));
    QVERIFY(!page->findChild<QComboBox *>(u"compression"_s));
    QCOMPARE(page->findChildren<QWidget *>(u"headers"_s).size(), 1);
}

void TestSettingsForms::everyEditorHasANameForScreenReaders()
{
    open();
    const auto editors = m_dialog->findChildren<QWidget *>();
    for (const QWidget *editor : editors) {
        const bool isEditor = qobject_cast<const QComboBox *>(editor)
            || qobject_cast<const QAbstractSpinBox *>(editor)
            || (qobject_cast<const QLineEdit *>(editor)
                && !qobject_cast<const QAbstractSpinBox *>(editor->parent()));
        if (!isEditor)
            continue;
        QVERIFY2(!editor->objectName().isEmpty(), editor->metaObject()->className());
        QVERIFY2(!editor->accessibleName().isEmpty(), qPrintable(editor->objectName()));
    }
}

void TestSettingsForms::theWheelChangesNothingThatHasNoFocus()
{
    open();
    addServer(u"a"_s, u"https://prom.test"_s);
    m_dialog->setFocus();
    int tried = 0;
    const auto turn = [&tried](QWidget *editor) {
        const QPointF place = editor->rect().center();
        QWheelEvent down(place, editor->mapToGlobal(place), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
            Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(editor, &down);
        QVERIFY2(!down.isAccepted(), qPrintable(editor->objectName()));
        ++tried;
    };
    for (QComboBox *box : m_dialog->findChildren<QComboBox *>()) {
        const int index = box->currentIndex();
        turn(box);
        QVERIFY2(box->currentIndex() == index, qPrintable(box->objectName()));
    }
    for (QAbstractSpinBox *box : m_dialog->findChildren<QAbstractSpinBox *>()) {
        const QString text = box->text();
        turn(box);
        QVERIFY2(box->text() == text, qPrintable(box->objectName()));
    }
    QVERIFY(tried > 20);
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    auto *limit = find<QSpinBox>(u"sizeLimit"_s);
    limit->setFocus();
    QVERIFY(limit->hasFocus());
    QWheelEvent up({5.0, 5.0}, limit->mapToGlobal(QPointF(5.0, 5.0)), {}, {0, 120}, Qt::NoButton,
        Qt::NoModifier, Qt::NoScrollPhase, false);
    const int before = limit->value();
    QCoreApplication::sendEvent(limit, &up);
    QVERIFY(limit->value() > before);
}

} // namespace sockeye

QTEST_MAIN(sockeye::TestSettingsForms)
#include "tst_settingsforms.moc"
