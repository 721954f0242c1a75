// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/prefixsearch.h"

#include "core/prometheus/prometheusapi.h"
#include "core/prometheus/responseparser.h"

#include <algorithm>
#include <array>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostCandidates = 12;

// Of Cortex, Mimir and VictoriaMetrics; of many a proxy; of old Cortex and Grafana Cloud; of a cluster.
constexpr std::array<QLatin1StringView, 4> knownPrefixes{
    "/prometheus"_L1, "/prom"_L1, "/api/prom"_L1, "/select/0/prometheus"_L1};

QString pathOf(const QUrl &url)
{
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

QStringList parentsOf(const QUrl &url)
{
    QStringList parents;
    QString path = pathOf(url);
    while (!path.isEmpty()) {
        path.truncate(std::max<qsizetype>(path.lastIndexOf(u'/'), 0));
        parents.append(path);
    }
    return parents;
}

bool isTheApi(const HttpReply &reply)
{
    const auto answer = parseResponse(reply);
    // Cortex says this at its right address only.
    return answer || answer.error().kind == QueryError::Kind::TenantMissing;
}

} // namespace

std::vector<QUrl> candidateBases(const QUrl &base, const QUrl &landing)
{
    QStringList paths = parentsOf(base);
    if (!landing.isEmpty())
        paths += QStringList{pathOf(landing)} + parentsOf(landing);
    for (const QLatin1StringView prefix : knownPrefixes)
        paths.append(prefix);
    for (const QLatin1StringView prefix : knownPrefixes)
        paths.append(QString(pathOf(base) % prefix));
    paths.removeDuplicates();
    paths.removeAll(pathOf(base));
    std::vector<QUrl> bases;
    for (const QString &path : std::as_const(paths)) {
        if (bases.size() == mostCandidates)
            break;
        QUrl candidate = base;
        candidate.setPath(path);
        bases.push_back(candidate);
    }
    return bases;
}

PrefixSearch::PrefixSearch(PrometheusApi &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
{
}

PrefixSearch::~PrefixSearch()
{
    // It may still wait for its turn to use the client.
    if (m_job) {
        m_job->disconnect(this);
        m_job->abort();
    }
}

void PrefixSearch::start()
{
    if (m_api.suggestion())
        QMetaObject::invokeMethod(
            this, [this] { finish(*m_api.suggestion()); }, Qt::QueuedConnection);
    else
        askForTheLanding();
}

void PrefixSearch::abort()
{
    m_isAborted = true;
    if (m_job)
        m_job->abort();
}

void PrefixSearch::ask(const QByteArray &path, const HttpParameters &parameters)
{
    m_job = m_api.gate().pass(RequestRank::Idle,
        [client = m_client.get(), path, parameters] { return client->get(path, parameters); });
}

void PrefixSearch::askForTheLanding()
{
    QUrl root = m_api.baseUrl();
    root.setPath({});
    m_client = m_api.clientAt(root);
    ask({}, {});
    connect(m_job, &HttpJob::finished, this, [this](const HttpOutcome &outcome) {
        m_candidates = candidateBases(m_api.baseUrl(), outcome ? outcome->redirectedTo : QUrl());
        askNext();
    });
}

void PrefixSearch::askNext()
{
    if (m_isAborted || m_next == m_candidates.size()) {
        finish({});
        return;
    }
    const QUrl candidate = m_candidates[m_next++];
    // The one before ends with the job that leads here.
    m_client.release()->deleteLater();
    m_client = m_api.clientAt(candidate);
    ask("api/v1/query", {{"query", "1"}});
    connect(m_job, &HttpJob::finished, this, [this, candidate](const HttpOutcome &outcome) {
        // A server that does not answer at all does so at none of its addresses.
        if (!outcome)
            finish({});
        else if (isTheApi(*outcome))
            finish(candidate);
        else
            askNext();
    });
}

void PrefixSearch::finish(const QUrl &base)
{
    if (!m_isAborted)
        m_api.rememberSuggestion(base);
    Q_EMIT found(m_isAborted ? QUrl() : base);
}

} // namespace sockeye
