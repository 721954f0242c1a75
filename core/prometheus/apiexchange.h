// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/prometheus/apierror.h"
#include "core/prometheus/prometheusapi.h"

#include <QFutureWatcher>
#include <QPointer>
#include <QtConcurrent/QtConcurrentRun>

#include <functional>

namespace sockeye {

template <typename T>
using ApiOutcome = Expected<T, QueryError>;

//! \brief One question after the other on behalf of a job: request, then decoding on a worker, then the
//! continuation on the main thread. A continuation is called exactly once, never from within ask() or
//! abort(), and not at all after the exchange has been destroyed. Main thread only.
class ApiExchange final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ApiExchange)

public:
    ApiExchange(PrometheusApi &api, QObject *parent);
    ~ApiExchange() override;

    //! \brief Waits for \a job, decodes its answer and calls \a then. The one before must have ended. \a
    //! decode runs on another thread and owns what it captures.
    template <typename T>
    void ask(HttpJob *job, std::function<ApiOutcome<T>(const HttpReply &)> decode,
        std::function<void(ApiOutcome<T>)> then);

    //! \brief Ends with \a error without asking anybody; \a then is called later, as by ask().
    template <typename T>
    void refuse(const QueryError &error, std::function<void(ApiOutcome<T>)> then);

    //! \brief Ends the question under way; its continuation gets Transport and Aborted.
    void abort();

private:
    void refuseLater(const QueryError &error);

    PrometheusApi &m_api;
    QPointer<HttpJob> m_job;
    QPointer<QObject> m_decoding;
    std::function<void(const QueryError &)> m_fail;
    std::optional<QueryError> m_refusal; //!< on its way to the continuation
    int m_round = 0; //!< tells a late decoder that its question was ended
};

template <typename T>
void ApiExchange::ask(HttpJob *job, std::function<ApiOutcome<T>(const HttpReply &)> decode,
    std::function<void(ApiOutcome<T>)> then)
{
    const int round = ++m_round;
    m_job = job;
    m_fail = [then](const QueryError &error) { then(unexpected(error)); };
    connect(job, &HttpJob::finished, this, [this, round, decode, then](const HttpOutcome &outcome) {
        m_job.clear();
        if (!outcome) {
            then(unexpected(transportError(outcome.error())));
            return;
        }
        auto *watcher = new QFutureWatcher<ApiOutcome<T>>(this);
        m_decoding = watcher;
        const auto onDecoded = [this, round, watcher, then] {
            if (round != m_round)
                return;
            m_decoding.clear();
            watcher->deleteLater();
            then(watcher->future().takeResult());
        };
        // Queued: the continuation may delete this exchange, and the watcher with it.
        connect(watcher, &QFutureWatcherBase::finished, this, onDecoded, Qt::QueuedConnection);
        watcher->setFuture(QtConcurrent::run(&m_api.workers(), decode, *outcome));
    });
}

template <typename T>
void ApiExchange::refuse(const QueryError &error, std::function<void(ApiOutcome<T>)> then)
{
    m_fail = [then = std::move(then)](const QueryError &reason) { then(unexpected(reason)); };
    refuseLater(error);
}

} // namespace sockeye
