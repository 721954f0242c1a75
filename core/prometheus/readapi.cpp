// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/readapi.h"

#include "core/prometheus/apiexchange.h"
#include "core/prometheus/labelescape.h"
#include "core/prometheus/serverdatareader.h"
#include "core/prometheus/serverfacts.h"

namespace sockeye {

ReadJobBase::ReadJobBase(QObject *parent)
    : QObject(parent)
{
}

ReadJobBase::~ReadJobBase() = default;

namespace {

constexpr int mostItems = 50'000;

enum class Way { Post, Get };

//! A question: where, with what, and what a server must have for it to make sense.
struct Question {
    QByteArray path;
    HttpParameters parameters;
    Way way = Way::Get;
    std::optional<ServerFeature> feature;
};

template <typename T>
class ReadRun final : public ReadJob<T> {
public:
    using Decoder = std::function<ApiOutcome<T>(const HttpReply &)>;

    ReadRun(PrometheusApi &api, const Question &question, Decoder decoder, QObject *parent)
        : ReadJob<T>(parent)
        , m_api(api)
        , m_exchange(api, nullptr)
        , m_path(question.path)
    {
        const auto then = [this](const ApiOutcome<T> &outcome) { finish(outcome); };
        if (const auto refusal = refusalOf(question))
            m_exchange.refuse<T>(*refusal, then);
        else
            m_exchange.ask<T>(send(question), std::move(decoder), then);
    }

    void abort() override { m_exchange.abort(); }

private:
    [[nodiscard]] std::optional<QueryError> refusalOf(const Question &question) const
    {
        const auto &profile = m_api.profile();
        const bool isKnownToLack =
            question.feature && profile && !profile->features.testFlag(*question.feature);
        if (isKnownToLack || m_api.lacks(m_path))
            return unsupportedError();
        return question.way == Way::Post ? m_api.refusal() : std::nullopt;
    }

    HttpJob *send(const Question &question)
    {
        return question.way == Way::Post ? m_api.ask(question.path, question.parameters)
                                         : m_api.get(question.path, question.parameters);
    }

    void finish(ApiOutcome<T> outcome)
    {
        // Before the server is known, a missing page may as well be a wrong address.
        if (!outcome && m_api.profile() && isMissingEndpoint(outcome.error())) {
            m_api.rememberLack(m_path);
            QueryError unsupported = outcome.error();
            unsupported.kind = QueryError::Kind::Unsupported;
            outcome = unexpected(unsupported);
        }
        this->m_outcome = std::move(outcome);
        // First: a slot may delete the client, and this job with it.
        this->deleteLater();
        Q_EMIT this->finished();
    }

    PrometheusApi &m_api;
    ApiExchange m_exchange;
    QByteArray m_path;
};

QByteArray seconds(Timestamp time)
{
    return QByteArray::number(static_cast<double>(toMilliseconds(time)) / 1000.0, 'f', 3);
}

void add(HttpParameters &parameters, const TimeRange &range)
{
    parameters.emplace_back("start", seconds(range.begin));
    parameters.emplace_back("end", seconds(range.end));
}

HttpParameters parametersOf(const SeriesSelection &selection)
{
    HttpParameters parameters;
    for (const QString &matcher : selection.matchers)
        parameters.emplace_back("match[]", matcher.toUtf8());
    if (selection.range)
        add(parameters, *selection.range);
    // Where it is not known it is ignored, and the reader counts what is too much.
    parameters.emplace_back("limit", QByteArray::number(selection.limit));
    return parameters;
}

template <typename T>
auto limited(Expected<Listing<T>, QueryError> (*read)(const HttpReply &, int), int limit)
{
    return [read, limit](const HttpReply &reply) { return read(reply, limit); };
}

} // namespace

ReadApi::ReadApi(PrometheusApi &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
{
}

ReadApi::~ReadApi()
{
    // The jobs use the API, so they must not wait for ~QObject().
    const QObjectList jobs = children();
    qDeleteAll(jobs);
}

ReadJob<Listing<LabelSet>> *ReadApi::series(const SeriesSelection &selection)
{
    return new ReadRun<Listing<LabelSet>>(m_api, {"series", parametersOf(selection), Way::Post, {}},
        limited(&readSeriesList, selection.limit), this);
}

ReadJob<Listing<QByteArray>> *ReadApi::labelNames(const SeriesSelection &selection)
{
    return new ReadRun<Listing<QByteArray>>(m_api, {"labels", parametersOf(selection), Way::Post, {}},
        limited(&readNames, selection.limit), this);
}

ReadJob<Listing<QByteArray>> *ReadApi::labelValues(const QByteArray &label, const SeriesSelection &selection)
{
    // VictoriaMetrics has had any names always, and took to the escaped form late.
    const bool isVictoria = m_api.profile() && m_api.profile()->flavour == ServerFlavour::VictoriaMetrics;
    const QByteArray name = isVictoria ? label.toPercentEncoding() : escapedName(label);
    // Only GET, unlike the others.
    return new ReadRun<Listing<QByteArray>>(m_api,
        {"label/" + name + "/values", parametersOf(selection), Way::Get, {}},
        limited(&readNames, selection.limit), this);
}

ReadJob<Listing<MetricMetadata>> *ReadApi::metadata(const QByteArray &metric)
{
    HttpParameters parameters;
    if (!metric.isEmpty())
        parameters.emplace_back("metric", metric);
    return new ReadRun<Listing<MetricMetadata>>(m_api,
        {"metadata", std::move(parameters), Way::Get, ServerFeature::Metadata},
        limited(&readMetadata, mostItems), this);
}

ReadJob<Listing<ScrapeTarget>> *ReadApi::targets()
{
    return new ReadRun<Listing<ScrapeTarget>>(m_api,
        {"targets", {{"state", "active"}}, Way::Get, ServerFeature::Targets},
        limited(&readTargetList, mostItems), this);
}

ReadJob<Listing<RuleGroup>> *ReadApi::rules()
{
    return new ReadRun<Listing<RuleGroup>>(
        m_api, {"rules", {}, Way::Get, ServerFeature::Rules}, limited(&readRules, mostItems), this);
}

ReadJob<Listing<ServerAlert>> *ReadApi::alerts()
{
    return new ReadRun<Listing<ServerAlert>>(
        m_api, {"alerts", {}, Way::Get, ServerFeature::Rules}, limited(&readAlerts, mostItems), this);
}

ReadJob<Listing<ExemplarSeries>> *ReadApi::exemplars(const QString &expression, const TimeRange &range)
{
    HttpParameters parameters{{"query", expression.toUtf8()}};
    add(parameters, range);
    return new ReadRun<Listing<ExemplarSeries>>(m_api,
        {"query_exemplars", std::move(parameters), Way::Post, ServerFeature::Exemplars},
        limited(&readExemplars, mostItems), this);
}

ReadJob<QString> *ReadApi::formatQuery(const QString &expression)
{
    return new ReadRun<QString>(m_api,
        {"format_query", {{"query", expression.toUtf8()}}, Way::Post, ServerFeature::FormatQuery},
        &readFormattedQuery, this);
}

ReadJob<BuildInformation> *ReadApi::buildInformation()
{
    return new ReadRun<BuildInformation>(m_api,
        {"status/buildinfo", {}, Way::Get, ServerFeature::BuildInformation}, &readBuildInformation, this);
}

ReadJob<RuntimeInformation> *ReadApi::runtimeInformation()
{
    return new ReadRun<RuntimeInformation>(m_api,
        {"status/runtimeinfo", {}, Way::Get, ServerFeature::RuntimeInformation}, &readRuntimeInformation,
        this);
}

ReadJob<ServerFlags> *ReadApi::flags()
{
    return new ReadRun<ServerFlags>(
        m_api, {"status/flags", {}, Way::Get, ServerFeature::Flags}, &readFlags, this);
}

ReadJob<TsdbStatus> *ReadApi::tsdbStatus()
{
    return new ReadRun<TsdbStatus>(
        m_api, {"status/tsdb", {}, Way::Get, ServerFeature::TsdbStatus}, &readTsdbStatus, this);
}

} // namespace sockeye
