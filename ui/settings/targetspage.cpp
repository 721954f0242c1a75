// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/targetspage.h"

#include "core/probe/authorization.h"

#include "ui/settings/testwords.h"
#include "ui/text/errors.h"
#include "ui/text/probewords.h"

#include <QLineEdit>
#include <QSpinBox>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

const QStringList schemes{u"ws"_s, u"wss"_s};
constexpr int longestInterval = 300;

int toSeconds(std::chrono::milliseconds duration)
{
    return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(duration).count());
}

//! Keeps a duration of a file that is no whole second as long as the user leaves it alone.
void takeSeconds(std::chrono::milliseconds &duration, int shown)
{
    if (shown != toSeconds(duration))
        duration = std::chrono::seconds{shown};
}

} // namespace

TargetsPage::TargetsPage(
    const SettingsContext &context, DraftSecrets &secrets, RandomSource &random, QWidget *parent)
    : EntriesPage(context.theme,
        {tr("Probe endpoints"), tr("No probe endpoint yet. Add one to see a service from outside.")}, parent)
    , m_context(context)
    , m_secrets(secrets)
    , m_random(random)
    , m_name(new QLineEdit{&form()})
    , m_url(new QLineEdit{&form()})
    , m_subprotocol(new QLineEdit{&form()})
    , m_pingInterval(new QSpinBox{&form()})
    , m_pongTimeout(new QSpinBox{&form()})
    , m_card(new ResultCard{context.theme, &form()})
{
    addRows();
    for (QLineEdit *edit : {m_name, m_url, m_subprotocol})
        connect(edit, &QLineEdit::textEdited, this, &TargetsPage::edited);
    for (QSpinBox *box : {m_pingInterval, m_pongTimeout})
        connect(box, &QSpinBox::valueChanged, this, &TargetsPage::edited);
    connect(m_access, &AccessForm::edited, this, &TargetsPage::edited);
}

TargetsPage::~TargetsPage() = default;

void TargetsPage::addRows()
{
    m_name->setObjectName(u"name"_s);
    m_nameRow = form().addRow(tr("&Name"), m_name);
    m_url->setObjectName(u"url"_s);
    m_url->setPlaceholderText(u"wss://api.example.net/ws"_s);
    m_urlRow = form().addRow(tr("U&RL"), m_url, tr("One connection to it is opened and held."));
    m_access = new AccessForm{form(), m_context, m_secrets};
    m_subprotocol->setObjectName(u"subprotocol"_s);
    form().addRow(tr("Su&bprotocol"), m_subprotocol, tr("Offered and required. Leave empty for none."));
    m_pingInterval->setObjectName(u"pingInterval"_s);
    m_pongTimeout->setObjectName(u"pongTimeout"_s);
    for (QSpinBox *box : {m_pingInterval, m_pongTimeout}) {
        box->setRange(1, longestInterval);
        box->setSuffix(tr(" s", "seconds, behind a number"));
    }
    form().addRow(tr("&Ping every"), m_pingInterval);
    form().addRow(tr("P&ong within"), m_pongTimeout,
        tr("A connection that does not answer for so long counts as dead."));
    form().addWide(m_card);
    form().addStretch();
}

TargetsPage::Entry TargetsPage::entryOf(const ProbeTarget &target)
{
    const ProbeModule &module = target.module;
    return {.target = target,
        .url = target.url.toString(QUrl::EncodeSpaces | QUrl::EncodeReserved),
        .access = accessDraft(module.auth, module.headers, module.tls),
        .note = {},
        .result = {}};
}

ProbeTarget TargetsPage::targetOf(const Entry &entry)
{
    ProbeTarget target = entry.target;
    target.name = target.name.trimmed();
    target.url = parseProbeUrl(entry.url).value_or(QUrl{});
    target.module.subprotocol = target.module.subprotocol.trimmed();
    target.module.auth = authOf(entry.access, target.id.value);
    target.module.headers = headersOf(entry.access);
    target.module.tls = tlsOf(entry.access);
    return target;
}

void TargetsPage::load(const SettingsDraft &draft)
{
    m_entries.clear();
    for (const ProbeTarget &target : draft.workspace.targets)
        m_entries.push_back(entryOf(target));
    updateRows();
    setCurrent(m_entries.empty() ? -1 : 0);
}

void TargetsPage::store(SettingsDraft &draft) const
{
    draft.workspace.targets.clear();
    for (const Entry &entry : m_entries)
        draft.workspace.targets.push_back(targetOf(entry));
}

int TargetsPage::entryCount() const
{
    return static_cast<int>(m_entries.size());
}

EntryRow TargetsPage::row(int index) const
{
    const Entry &entry = at(index);
    const QUrl url{entry.url};
    return {entry.target.name.isEmpty() ? tr("New endpoint") : entry.target.name,
        url.host().isEmpty() ? tr("no address yet") : QString(url.host() % url.path()), entry.health,
        entry.note};
}

bool TargetsPage::isEntryValid(int index) const
{
    const Entry &entry = at(index);
    return !entry.target.name.trimmed().isEmpty() && parseProbeUrl(entry.url)
        && problemOf(entry.access) == AccessProblem::None;
}

void TargetsPage::addEntry()
{
    ProbeTarget target;
    target.id = TargetId::create(m_random);
    m_entries.push_back(entryOf(target));
}

void TargetsPage::duplicateEntry(int index)
{
    ProbeTarget target = targetOf(at(index));
    target.id = TargetId::create(m_random);
    target.name = tr("%1 (copy)").arg(target.name);
    Entry copy = entryOf(target);
    copy.url = at(index).url;
    m_entries.push_back(std::move(copy));
}

void TargetsPage::removeEntry(int index)
{
    m_entries.erase(m_entries.begin() + index);
}

void TargetsPage::showEntry(int index)
{
    const Entry &entry = at(index);
    const ProbeModule &module = entry.target.module;
    m_name->setText(entry.target.name);
    m_url->setText(entry.url);
    m_subprotocol->setText(module.subprotocol);
    const QSignalBlocker quietPing{m_pingInterval};
    const QSignalBlocker quietPong{m_pongTimeout};
    m_pingInterval->setValue(toSeconds(module.pingInterval));
    m_pongTimeout->setValue(toSeconds(module.pongTimeout));
    m_access->show(entry.access, entry.target.id.value);
    if (entry.result.headline.isEmpty())
        m_card->clear();
    else
        m_card->showContent(entry.result);
    showProblems();
}

void TargetsPage::edited()
{
    if (current() < 0)
        return;
    Entry &entry = at(current());
    entry.target.name = m_name->text();
    entry.url = m_url->text();
    entry.target.module.subprotocol = m_subprotocol->text();
    takeSeconds(entry.target.module.pingInterval, m_pingInterval->value());
    takeSeconds(entry.target.module.pongTimeout, m_pongTimeout->value());
    entry.access = m_access->draft();
    cancelTest();
    // What the last test found is no longer true of what stands here now.
    entry.health = Health::Unknown;
    entry.note.clear();
    entry.result = {};
    m_card->clear();
    showProblems();
    updateRows();
    Q_EMIT changed();
}

void TargetsPage::showProblems()
{
    const Entry &entry = at(current());
    const bool nameMissing = entry.target.name.trimmed().isEmpty();
    m_nameRow->setProblem(entry.strict && nameMissing ? tr("Enter a name for the endpoint.") : QString());
    const auto url = parseProbeUrl(entry.url);
    const bool tell = !url && (entry.strict || url.error() != UrlProblem::Empty);
    m_urlRow->setProblem(tell ? describe(url.error(), schemes).joined() : QString());
    const AccessProblem access = problemOf(entry.access);
    const bool mistyped = access == AccessProblem::HeaderMalformed;
    m_access->showProblem(entry.strict || mistyped ? access : AccessProblem::None);
}

void TargetsPage::focusEntryProblem()
{
    Entry &entry = at(current());
    entry.strict = true;
    showProblems();
    if (m_nameRow->hasProblem())
        m_name->setFocus();
    else if (m_urlRow->hasProblem())
        m_url->setFocus();
    else
        m_access->focus(problemOf(entry.access));
}

bool TargetsPage::canTest() const
{
    return current() >= 0;
}

bool TargetsPage::isTesting() const
{
    return m_test != nullptr;
}

void TargetsPage::startTest()
{
    const int index = current();
    if (index < 0 || isTesting())
        return;
    // An endpoint can be tried before it has a name.
    if (!parseProbeUrl(at(index).url) || problemOf(at(index).access) != AccessProblem::None) {
        focusEntryProblem();
        return;
    }
    const ProbeTarget target = targetOf(at(index));
    const auto authorization = authorizationFor(target.module.auth, m_secrets);
    Prober::Config config{.target = target,
        .authorization = authorization.value_or(QByteArray()),
        .secretMissing = !authorization.has_value()};
    m_test = std::make_unique<ProbeTest>(config, m_context.clock, m_context.transportFactory);
    connect(m_test.get(), &ProbeTest::pinging, this,
        [this] { m_card->showProgress(tr("Open. Waiting for the answer to a ping…"), 0, 0); });
    connect(m_test.get(), &ProbeTest::finished, this, &TargetsPage::testFinished);
    m_card->showProgress(tr("Connecting…"), 0, 0);
    m_test->start();
    Q_EMIT testChanged();
}

void TargetsPage::cancelTest()
{
    if (!isTesting())
        return;
    m_test.reset();
    m_card->showContent({ResultCard::Kind::Neutral, tr("Canceled."), {}, {}});
    Q_EMIT testChanged();
}

void TargetsPage::testFinished(const ProbeTestResult &result)
{
    m_test.release()->deleteLater(); // we are in its signal
    Entry &entry = at(current());
    const bool open = result.attempt.outcome == ProbeOutcome::Open;
    entry.health = open ? Health::Well : Health::Critical;
    if (!open)
        entry.note = probeOutcomeWord(result.attempt.outcome);
    else if (result.rtt)
        entry.note = m_context.formatting.values.text(
            std::chrono::duration<double>(*result.rtt).count(), Unit::Seconds);
    entry.result = probeFound(result, m_context.formatting);
    m_card->showContent(entry.result);
    updateRows();
    Q_EMIT testChanged();
}

} // namespace sockeye
