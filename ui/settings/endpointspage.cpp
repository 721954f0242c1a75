// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/endpointspage.h"

#include "ui/settings/remedyfield.h"
#include "ui/settings/testwords.h"

#include <QSpinBox>

#include <algorithm>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

const QStringList &schemes()
{
    static const QStringList all{u"http"_s, u"https"_s};
    return all;
}

EndpointEntry entryOf(const EndpointConfig &config)
{
    return {config,
        {.id = config.id.value,
            .name = config.name,
            .url = addressText(config.http.baseUrl),
            .access = accessDraft(config.http),
            .note = {},
            .result = {}},
        optionsDraft(config.options)};
}

EndpointConfig configOf(const EndpointEntry &entry)
{
    EndpointConfig config = entry.config;
    config.name = entry.draft.name.trimmed();
    config.http.baseUrl = parseServerUrl(entry.draft.url, schemes()).value_or(QUrl{});
    apply(entry.draft.access, config.id.value, config.http);
    config.options = optionsOf(entry.options);
    return config;
}

} // namespace

EndpointsPage::EndpointsPage(
    const SettingsContext &context, DraftSecrets &secrets, RandomSource &random, QWidget *parent)
    : EntriesOf(context, secrets,
        {.list = {tr("Prometheus servers"),
             tr("No Prometheus server yet. Add one to see a service from inside.")},
            .newEntry = tr("New server"),
            .nameMissing = tr("Enter a name for the server."),
            .urlSample = u"https://prometheus.example.net"_s,
            .urlNote = tr("The address of the server, with its path prefix if it has one."),
            .schemes = schemes(),
            .kind = AccessForm::Kind::Server},
        parent)
    , m_context(context)
    , m_secrets(secrets)
    , m_random(random)
    , m_options(new OptionsForm{form(), fields(), context.theme})
    , m_timeout(makeSecondsBox(u"timeout"_s))
    , m_sizeLimit(makeMebibytesBox(u"sizeLimit"_s))
{
    connect(m_options, &OptionsForm::edited, this, &EndpointsPage::edited);
    fields().add(FormField::TimeLimit,
        form().addRow(tr("Time li&mit"), m_timeout, tr("From the request to the last byte of the answer.")));
    fields().add(FormField::SizeLimit,
        form().addRow(tr("Si&ze limit"), m_sizeLimit,
            tr("Of an answer, unpacked. One that is larger is broken off, so that no server fills the "
               "memory.")));
    endForm();
}

EndpointsPage::~EndpointsPage() = default;

void EndpointsPage::load(const SettingsDraft &draft)
{
    std::vector<EndpointEntry> entries;
    for (const EndpointConfig &config : draft.workspace.endpoints)
        entries.emplace_back(entryOf(config)).flavour = flavourOf(config.id);
    reset(std::move(entries));
}

ServerFlavour EndpointsPage::flavourOf(const EndpointId &endpoint) const
{
    const auto known = m_context.flavours.find(endpoint);
    return known == m_context.flavours.end() ? ServerFlavour::Compatible : known->second;
}

void EndpointsPage::store(SettingsDraft &draft) const
{
    draft.workspace.endpoints.clear();
    for (const EndpointEntry &entry : entries())
        draft.workspace.endpoints.push_back(configOf(entry));
}

void EndpointsPage::addEntry()
{
    EndpointConfig config;
    config.id = EndpointId::create(m_random);
    append(entryOf(config));
}

void EndpointsPage::add(const QUrl &url)
{
    EndpointConfig config;
    config.id = EndpointId::create(m_random);
    config.name = url.host();
    config.http.baseUrl = url;
    append(entryOf(config));
    updateRows();
    setCurrent(entryCount() - 1);
    Q_EMIT changed();
}

void EndpointsPage::show(const EndpointId &endpoint, const std::optional<QueryError> &error)
{
    const auto isMeant = [&endpoint](const EndpointEntry &entry) { return entry.config.id == endpoint; };
    const auto found = std::ranges::find_if(entries(), isMeant);
    if (found == entries().end())
        return;
    setCurrent(static_cast<int>(found - entries().begin()));
    if (error)
        focusField(remedyField(*error, found->draft.access));
}

void EndpointsPage::duplicateEntry(int index)
{
    EndpointConfig config = configOf(at(index));
    config.id = EndpointId::create(m_random);
    config.name = nameOfCopy(config.name);
    EndpointEntry copy = entryOf(config);
    copy.draft.url = at(index).draft.url;
    copy.options = at(index).options;
    copy.flavour = at(index).flavour;
    append(std::move(copy));
}

Expected<QUrl, UrlProblem> EndpointsPage::parse(const QString &url) const
{
    return parseServerUrl(url, schemes());
}

QString EndpointsPage::placeOf(const QUrl &url) const
{
    return url.host();
}

void EndpointsPage::showDetails(int index)
{
    const QSignalBlocker quietTimeout{m_timeout};
    const QSignalBlocker quietLimit{m_sizeLimit};
    m_timeout->setValue(wholeSeconds(at(index).config.http.timeout));
    m_sizeLimit->setValue(wholeMebibytes(at(index).config.http.maxBodyBytes));
    m_options->show(at(index).options, at(index).flavour);
}

void EndpointsPage::takeDetails(int index)
{
    takeSeconds(at(index).config.http.timeout, m_timeout->value());
    takeMebibytes(at(index).config.http.maxBodyBytes, m_sizeLimit->value());
    at(index).options = m_options->draft();
}

std::vector<FieldProblem> EndpointsPage::detailProblems(int index) const
{
    return problemsOf(at(index).options);
}

bool EndpointsPage::isTesting() const
{
    return m_client != nullptr;
}

void EndpointsPage::beginTest(int index)
{
    const EndpointConfig config = configOf(at(index));
    m_client = std::make_unique<PrometheusClient>(config.http, m_secrets, m_context.clock);
    m_client->setOptions(config.options);
    ServerCheckJob *job = m_client->check();
    connect(job, &ServerCheckJob::progressed, this,
        [this](int done, int total) { card().showProgress(tr("Asking the server…"), done, total); });
    connect(job, &ServerCheckJob::finished, this, &EndpointsPage::checkFinished);
    card().showProgress(tr("Asking the server…"), 0, 0);
}

void EndpointsPage::abandonTest()
{
    // The jobs are children of the client and end with it, so nothing of this test arrives any more.
    m_client.release()->deleteLater();
}

void EndpointsPage::checkFinished(const ServerCheckOutcome &outcome)
{
    if (!isTesting())
        return;
    if (!outcome) {
        testFailed(outcome.error());
        return;
    }
    at(current()).flavour = outcome->profile.flavour;
    m_options->setFlavour(outcome->profile.flavour);
    InventoryJob *job = m_client->inventory(detectionRegex(m_context.profiles));
    connect(job, &InventoryJob::finished, this,
        [this, facts = *outcome](const InventoryOutcome &inventory) { inventoryFinished(facts, inventory); });
    card().showProgress(tr("Looking for WebSocket services…"), 0, 0);
}

void EndpointsPage::testFailed(const QueryError &error)
{
    m_client.release()->deleteLater();
    const EndpointEntry &entry = at(current());
    endTest(error.status > 0 ? QString::number(error.status) : tr("failed"), serverFailed(error),
        {remedyField(error, entry.draft.access), mendedUrl(error, configOf(entry).http.baseUrl)});
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
    m_client.release()->deleteLater();
    const Formatting &formatting = m_context.formatting;
    endTest(Health::Well,
        formatting.values.text(std::chrono::duration<double>(facts.roundTrip).count(), Unit::Seconds),
        serverFound({facts, services, at(current()).draft.access.tenant.trimmed()}, formatting));
}

} // namespace sockeye
