// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/endpointspage.h"

#include "ui/settings/testwords.h"
#include "ui/text/errors.h"

#include <QLineEdit>
#include <QSpinBox>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

const QStringList schemes{u"http"_s, u"https"_s};
constexpr int longestTimeout = 300;

} // namespace

EndpointsPage::EndpointsPage(
    const SettingsContext &context, DraftSecrets &secrets, RandomSource &random, QWidget *parent)
    : EntriesPage(context.theme,
        {tr("Prometheus servers"), tr("No Prometheus server yet. Add one to see a service from inside.")},
        parent)
    , m_context(context)
    , m_secrets(secrets)
    , m_random(random)
    , m_name(new QLineEdit{&form()})
    , m_url(new QLineEdit{&form()})
    , m_timeout(new QSpinBox{&form()})
    , m_card(new ResultCard{context.theme, &form()})
{
    m_name->setObjectName(u"name"_s);
    m_nameRow = form().addRow(tr("&Name"), m_name);
    m_url->setObjectName(u"url"_s);
    m_url->setPlaceholderText(u"https://prometheus.example.net"_s);
    m_urlRow = form().addRow(
        tr("U&RL"), m_url, tr("The address of the server, with its path prefix if it has one."));
    m_access = new AccessForm{form(), context, secrets};
    m_timeout->setObjectName(u"timeout"_s);
    m_timeout->setRange(1, longestTimeout);
    m_timeout->setSuffix(tr(" s", "seconds, behind a number"));
    form().addRow(tr("Time li&mit"), m_timeout, tr("From the request to the last byte of the answer."));
    form().addWide(m_card);
    form().addStretch();

    connect(m_name, &QLineEdit::textEdited, this, &EndpointsPage::edited);
    connect(m_url, &QLineEdit::textEdited, this, &EndpointsPage::edited);
    connect(m_timeout, &QSpinBox::valueChanged, this, &EndpointsPage::edited);
    connect(m_access, &AccessForm::edited, this, &EndpointsPage::edited);
}

EndpointsPage::~EndpointsPage() = default;

EndpointsPage::Entry EndpointsPage::entryOf(const EndpointConfig &config)
{
    return {.config = config,
        .url = config.http.baseUrl.toString(QUrl::EncodeSpaces | QUrl::EncodeReserved),
        .access = accessDraft(config.http.auth, config.http.headers, config.http.tls),
        .note = {},
        .result = {}};
}

EndpointConfig EndpointsPage::configOf(const Entry &entry)
{
    EndpointConfig config = entry.config;
    config.name = config.name.trimmed();
    config.http.baseUrl = parseServerUrl(entry.url, schemes).value_or(QUrl{});
    config.http.auth = authOf(entry.access, config.id.value);
    config.http.headers = headersOf(entry.access);
    config.http.tls = tlsOf(entry.access);
    return config;
}

void EndpointsPage::load(const SettingsDraft &draft)
{
    m_entries.clear();
    for (const EndpointConfig &config : draft.workspace.endpoints)
        m_entries.push_back(entryOf(config));
    updateRows();
    setCurrent(m_entries.empty() ? -1 : 0);
}

void EndpointsPage::store(SettingsDraft &draft) const
{
    draft.workspace.endpoints.clear();
    for (const Entry &entry : m_entries)
        draft.workspace.endpoints.push_back(configOf(entry));
}

int EndpointsPage::entryCount() const
{
    return static_cast<int>(m_entries.size());
}

EntryRow EndpointsPage::row(int index) const
{
    const Entry &entry = at(index);
    const QString host = QUrl{entry.url}.host();
    return {entry.config.name.isEmpty() ? tr("New server") : entry.config.name,
        host.isEmpty() ? tr("no address yet") : host, entry.health, entry.note};
}

bool EndpointsPage::isEntryValid(int index) const
{
    const Entry &entry = at(index);
    return !entry.config.name.trimmed().isEmpty() && parseServerUrl(entry.url, schemes)
        && problemOf(entry.access) == AccessProblem::None;
}

void EndpointsPage::addEntry()
{
    EndpointConfig config;
    config.id = EndpointId::create(m_random);
    m_entries.push_back(entryOf(config));
}

void EndpointsPage::add(const QUrl &url)
{
    EndpointConfig config;
    config.id = EndpointId::create(m_random);
    config.name = url.host();
    config.http.baseUrl = url;
    m_entries.push_back(entryOf(config));
    updateRows();
    setCurrent(entryCount() - 1);
    Q_EMIT changed();
}

void EndpointsPage::duplicateEntry(int index)
{
    EndpointConfig config = configOf(at(index));
    config.id = EndpointId::create(m_random);
    config.name = tr("%1 (copy)").arg(config.name);
    Entry copy = entryOf(config);
    copy.url = at(index).url;
    m_entries.push_back(std::move(copy));
}

void EndpointsPage::removeEntry(int index)
{
    m_entries.erase(m_entries.begin() + index);
}

void EndpointsPage::showEntry(int index)
{
    const Entry &entry = at(index);
    m_name->setText(entry.config.name);
    m_url->setText(entry.url);
    const QSignalBlocker quiet{m_timeout};
    m_timeout->setValue(
        static_cast<int>(std::chrono::ceil<std::chrono::seconds>(entry.config.http.timeout).count()));
    m_access->show(entry.access, entry.config.id.value);
    if (entry.result.headline.isEmpty())
        m_card->clear();
    else
        m_card->showContent(entry.result);
    showProblems();
}

void EndpointsPage::edited()
{
    if (current() < 0)
        return;
    Entry &entry = at(current());
    entry.config.name = m_name->text();
    entry.url = m_url->text();
    const std::chrono::seconds timeout{m_timeout->value()};
    if (timeout != std::chrono::ceil<std::chrono::seconds>(entry.config.http.timeout))
        entry.config.http.timeout = timeout;
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

void EndpointsPage::showProblems()
{
    const Entry &entry = at(current());
    const bool nameMissing = entry.config.name.trimmed().isEmpty();
    m_nameRow->setProblem(entry.strict && nameMissing ? tr("Enter a name for the server.") : QString());
    const auto url = parseServerUrl(entry.url, schemes);
    const bool tell = !url && (entry.strict || url.error() != UrlProblem::Empty);
    m_urlRow->setProblem(tell ? describe(url.error(), schemes).joined() : QString());
    const AccessProblem access = problemOf(entry.access);
    const bool mistyped = access == AccessProblem::HeaderMalformed;
    m_access->showProblem(entry.strict || mistyped ? access : AccessProblem::None);
}

void EndpointsPage::focusEntryProblem()
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

bool EndpointsPage::canTest() const
{
    return current() >= 0;
}

bool EndpointsPage::isTesting() const
{
    return m_client != nullptr;
}

void EndpointsPage::startTest()
{
    const int index = current();
    if (index < 0 || isTesting())
        return;
    // A server can be tried before it has a name.
    if (!parseServerUrl(at(index).url, schemes) || problemOf(at(index).access) != AccessProblem::None) {
        focusEntryProblem();
        return;
    }
    m_client = std::make_unique<PrometheusClient>(configOf(at(index)).http, m_secrets, m_context.clock);
    ServerCheckJob *job = m_client->check();
    connect(job, &ServerCheckJob::progressed, this,
        [this](int done, int total) { m_card->showProgress(tr("Asking the server…"), done, total); });
    connect(job, &ServerCheckJob::finished, this, &EndpointsPage::checkFinished);
    m_card->showProgress(tr("Asking the server…"), 0, 0);
    Q_EMIT testChanged();
}

void EndpointsPage::cancelTest()
{
    if (!isTesting())
        return;
    // The jobs are children of the client and end with it, so nothing of this test arrives any more.
    m_client.release()->deleteLater();
    m_card->showContent({ResultCard::Kind::Neutral, tr("Canceled."), {}, {}});
    Q_EMIT testChanged();
}

void EndpointsPage::checkFinished(const ServerCheckOutcome &outcome)
{
    if (!isTesting())
        return;
    if (!outcome) {
        const QueryError &error = outcome.error();
        const ErrorText text = describe(error);
        endTest(Health::Critical, error.status > 0 ? QString::number(error.status) : tr("failed"),
            {ResultCard::Kind::Bad, tr("Not connected."), text.summary, text.remedy});
        return;
    }
    InventoryJob *job = m_client->inventory(detectionRegex(m_context.profiles));
    connect(job, &InventoryJob::finished, this,
        [this, facts = *outcome](const InventoryOutcome &inventory) { inventoryFinished(facts, inventory); });
    m_card->showProgress(tr("Looking for WebSocket services…"), 0, 0);
}

void EndpointsPage::inventoryFinished(const ServerFacts &facts, const InventoryOutcome &outcome)
{
    if (!isTesting())
        return;
    QStringList services;
    if (outcome) {
        for (const DetectedService &service :
            detectServices(m_context.profiles, outcome->typeOf, outcome->jobsOf))
            services.append(QString::fromUtf8(service.job));
    }
    const Formatting &formatting = m_context.formatting;
    endTest(Health::Well,
        formatting.values.text(std::chrono::duration<double>(facts.roundTrip).count(), Unit::Seconds),
        serverFound(facts, services, formatting));
}

void EndpointsPage::endTest(Health health, const QString &note, const ResultCard::Content &result)
{
    m_client.release()->deleteLater();
    if (current() >= 0) {
        Entry &entry = at(current());
        entry.health = health;
        entry.note = note;
        entry.result = result;
        m_card->showContent(result);
        updateRows();
    }
    Q_EMIT testChanged();
}

} // namespace sockeye
