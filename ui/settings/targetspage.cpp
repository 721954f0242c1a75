// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/targetspage.h"

#include "ui/settings/testwords.h"
#include "ui/text/probewords.h"

#include <QLineEdit>
#include <QSpinBox>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

TargetEntry entryOf(const ProbeTarget &target)
{
    const ProbeModule &module = target.module;
    HttpConfig access;
    access.auth = module.auth;
    access.headers = module.headers;
    access.tls = module.tls;
    access.proxy = module.proxy;
    return {target,
        {.id = target.id.value,
            .name = target.name,
            .url = addressText(target.url),
            .access = accessDraft(access),
            .note = {},
            .result = {}}};
}

ProbeTarget targetOf(const TargetEntry &entry)
{
    ProbeTarget target = entry.target;
    target.name = entry.draft.name.trimmed();
    target.url = parseProbeUrl(entry.draft.url).value_or(QUrl{});
    target.module.subprotocol = target.module.subprotocol.trimmed();
    target.module.auth = authOf(entry.draft.access.signIn, target.id.value);
    HttpConfig way;
    apply(entry.draft.access.network, target.id.value, way);
    target.module.headers = way.headers;
    target.module.proxy = way.proxy;
    target.module.tls = tlsOf(entry.draft.access.tls);
    return target;
}

} // namespace

TargetsPage::TargetsPage(
    const SettingsContext &context, DraftSecrets &secrets, RandomSource &random, QWidget *parent)
    : EntriesOf(context, secrets,
        {.list = {tr("Probe endpoints"), tr("No probe endpoint yet. Add one to see a service from outside.")},
            .newEntry = tr("New endpoint"),
            .nameMissing = tr("Enter a name for the endpoint."),
            .urlSample = u"wss://api.example.net/ws"_s,
            .urlNote = tr("One connection to it is opened and held."),
            .schemes = {u"ws"_s, u"wss"_s},
            .kind = AccessForm::Kind::ProbeEndpoint},
        parent)
    , m_context(context)
    , m_secrets(secrets)
    , m_random(random)
    , m_subprotocol(new QLineEdit{&form()})
    , m_pingInterval(makeSecondsBox(u"pingInterval"_s))
    , m_pongTimeout(makeSecondsBox(u"pongTimeout"_s))
{
    m_subprotocol->setObjectName(u"subprotocol"_s);
    watch(m_subprotocol);
    form().addRow(tr("Su&bprotocol"), m_subprotocol, tr("Offered and required. Leave empty for none."));
    form().addRow(tr("&Ping every"), m_pingInterval);
    form().addRow(tr("P&ong within"), m_pongTimeout,
        tr("A connection that does not answer for so long counts as dead."));
    endForm();
}

TargetsPage::~TargetsPage() = default;

void TargetsPage::load(const SettingsDraft &draft)
{
    std::vector<TargetEntry> entries;
    for (const ProbeTarget &target : draft.workspace.targets)
        entries.push_back(entryOf(target));
    reset(std::move(entries));
}

void TargetsPage::store(SettingsDraft &draft) const
{
    draft.workspace.targets.clear();
    for (const TargetEntry &entry : entries())
        draft.workspace.targets.push_back(targetOf(entry));
}

void TargetsPage::addEntry()
{
    ProbeTarget target;
    target.id = TargetId::create(m_random);
    append(entryOf(target));
}

void TargetsPage::duplicateEntry(int index)
{
    ProbeTarget target = targetOf(at(index));
    target.id = TargetId::create(m_random);
    target.name = nameOfCopy(target.name);
    TargetEntry copy = entryOf(target);
    copy.draft.url = at(index).draft.url;
    append(std::move(copy));
}

Expected<QUrl, UrlProblem> TargetsPage::parse(const QString &url) const
{
    return parseProbeUrl(url);
}

QString TargetsPage::placeOf(const QUrl &url) const
{
    return url.host() % url.path();
}

void TargetsPage::showDetails(int index)
{
    const ProbeModule &module = at(index).target.module;
    m_subprotocol->setText(module.subprotocol);
    const QSignalBlocker quietPing{m_pingInterval};
    const QSignalBlocker quietPong{m_pongTimeout};
    m_pingInterval->setValue(wholeSeconds(module.pingInterval));
    m_pongTimeout->setValue(wholeSeconds(module.pongTimeout));
}

void TargetsPage::takeDetails(int index)
{
    ProbeModule &module = at(index).target.module;
    module.subprotocol = m_subprotocol->text();
    takeSeconds(module.pingInterval, m_pingInterval->value());
    takeSeconds(module.pongTimeout, m_pongTimeout->value());
}

bool TargetsPage::isTesting() const
{
    return m_test != nullptr;
}

void TargetsPage::beginTest(int index)
{
    const ProbeTarget target = targetOf(at(index));
    m_test = std::make_unique<ProbeTest>(
        target, ProbeTest::Surroundings{m_secrets, m_context.clock, m_context.transportFactory});
    connect(m_test.get(), &ProbeTest::pinging, this,
        [this] { card().showProgress(tr("Open. Waiting for the answer to a ping…"), 0, 0); });
    connect(m_test.get(), &ProbeTest::finished, this, &TargetsPage::testFinished);
    card().showProgress(tr("Connecting…"), 0, 0);
    m_test->start();
}

void TargetsPage::abandonTest()
{
    m_test.reset();
}

void TargetsPage::testFinished(const ProbeTestResult &result)
{
    m_test.release()->deleteLater(); // we are in its signal
    const ResultCard::Content content = probeFound(result, m_context.formatting);
    if (result.attempt.outcome != ProbeOutcome::Open) {
        endTest(Health::Critical, probeOutcomeWord(result.attempt.outcome), content);
        return;
    }
    const ValueFormatter &values = m_context.formatting.values;
    const QString note = result.rtt
        ? values.text(std::chrono::duration<double>(*result.rtt).count(), Unit::Seconds)
        : QString();
    endTest(Health::Well, note, content);
}

} // namespace sockeye
