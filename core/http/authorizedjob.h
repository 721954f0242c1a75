// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/credentialsource.h"
#include "core/http/networkjob.h"
#include "core/http/proxyresolver.h"

namespace sockeye {

//! \brief The HttpJob of HttpClient: gets the credentials and the ways, sends the message, once more with
//! fresh credentials where the server refuses the first, and on the next way where a proxy does not serve.
//! The deadline is that of the whole.
class AuthorizedJob final : public HttpJob {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AuthorizedJob)

public:
    //! \brief What a job needs of its client, which outlives it.
    struct Route {
        CredentialSource &credentials;
        ProxyResolver &proxies;
        ProxyConfig::Mode proxyMode;
        const SecretSource &secrets;
        const std::vector<SecretRef> &refs; //!< what has to be at hand
        const Clock &clock;
        //! Puts all into a request but the credentials, and gives the manager that sends it on the way.
        std::function<Expected<QNetworkAccessManager *, HttpError>(QNetworkRequest &, const QNetworkProxy &)>
            prepare;
        NetworkJob::Limits limits;
    };

    AuthorizedJob(Route route, HttpMessage message, QObject *parent);
    ~AuthorizedJob() override;

    //! \brief Begins; to be called once.
    void start();
    void abort() override;

private:
    void authorize();
    void findWays(const Credentials &credentials);
    void takeWays(const ProxyWays &ways);
    void send();
    void receive(const HttpOutcome &outcome);
    [[nodiscard]] bool tryNextWay(const HttpOutcome &outcome);
    void fail(HttpError error);
    void onDeadline();
    [[nodiscard]] NetworkJob *attempt();
    [[nodiscard]] std::chrono::milliseconds timeLeft() const;
    [[nodiscard]] HttpError error(HttpError::Kind kind) const;

    Route m_route;
    HttpMessage m_message;
    MonotonicTime m_startedAt;
    QTimer m_deadline; //!< while there is no attempt, which has its own
    QPointer<NetworkJob> m_attempt;
    QByteArray m_sent;
    std::vector<QNetworkProxy> m_ways;
    std::size_t m_way = 0;
    std::chrono::milliseconds m_attemptTimeout{0};
    bool m_renewed = false;
    bool m_done = false;
};

} // namespace sockeye
