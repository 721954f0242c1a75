// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/httpclient.h"

#include <QPointer>

#include <memory>
#include <vector>

namespace sockeye {

class PrometheusApi;

//! \brief The base URLs of the same origin where the API may be when it is not at \a base, likeliest first:
//! those above \a base, \a landing (where the server's "/" redirects to, or empty) and those above it, and
//! the prefixes that Prometheus, Cortex, Mimir and VictoriaMetrics clusters are known for. Pure.
[[nodiscard]] std::vector<QUrl> candidateBases(const QUrl &base, const QUrl &landing);

//! \brief Looks for the API where an operator may have meant it. Asks one address after the other, once in
//! the life of a client. Main thread only.
class PrefixSearch final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrefixSearch)

public:
    explicit PrefixSearch(PrometheusApi &api, QObject *parent = nullptr);
    ~PrefixSearch() override;

    //! \brief found() follows, also where the answer is known already.
    void start();
    //! \brief found() follows with an empty URL.
    void abort();

Q_SIGNALS:
    //! \brief Exactly once after start(), never from within it. \a base is empty when there is none.
    void found(const QUrl &base);

private:
    //! \brief Asks the client that there is now, at the gate's leave.
    void ask(const QByteArray &path, const HttpParameters &parameters);
    void askForTheLanding();
    void askNext();
    void finish(const QUrl &base);

    PrometheusApi &m_api;
    std::vector<QUrl> m_candidates;
    std::size_t m_next = 0;
    std::unique_ptr<HttpClient> m_client; //!< at the address under question
    QPointer<HttpJob> m_job;
    bool m_isAborted = false;
};

} // namespace sockeye
