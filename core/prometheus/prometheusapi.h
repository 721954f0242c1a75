// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/requestgate.h"
#include "core/prometheus/decoderpool.h"
#include "core/prometheus/endpointoptions.h"
#include "core/prometheus/queryerror.h"

#include <QSet>
#include <QThreadPool>

namespace sockeye {

//! \brief The HTTP side of one endpoint: its connections and the gate in front of them, what is known of the
//! server (the method that it accepts, its kind, what it lacks), and the threads that decode its answers.
//! Main thread only.
class PrometheusApi final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrometheusApi)

public:
    PrometheusApi(HttpConfig config, const SecretSource &secrets, const Clock &clock);
    //! Waits for the decoding under way, which takes milliseconds.
    ~PrometheusApi() override;

    void setOptions(const EndpointOptions &options) { m_options = options; }

    //! \brief Asks for data by POST, which has no limit of length, or by GET where POST is not allowed. Adds
    //! the time limit of the server's side and the endpoint's options. Waits at the gate for its turn.
    HttpJob *ask(const QByteArray &path, HttpParameters parameters, RequestRank rank = RequestRank::Idle);
    //! \brief Asks for what is no data. Waits at the gate, behind all data.
    HttpJob *get(const QByteArray &path, const HttpParameters &parameters = {});

    //! \brief For a job that has passed the gate.
    HttpJob *sendGet(const QByteArray &path, const HttpParameters &parameters);
    HttpJob *sendPost(const QByteArray &path, const HttpParameters &parameters);

    //! \brief Everything that goes to this server passes it.
    [[nodiscard]] RequestGate &gate() { return *m_gate; }

    [[nodiscard]] bool prefersGet() const { return m_prefersGet; }
    //! \brief From now on GET is tried alone: POST was refused and GET was answered.
    void rememberGet() { m_prefersGet = true; }

    //! \brief What the server is, once it is known.
    [[nodiscard]] const std::optional<ServerProfile> &profile() const { return m_profile; }
    void setProfile(const ServerProfile &profile) { m_profile = profile; }
    //! \brief Why data must not be asked for: the endpoint has an option that this server does not know.
    [[nodiscard]] std::optional<QueryError> refusal() const;

    //! \brief Whether the server has shown to have no such endpoint.
    [[nodiscard]] bool lacks(const QByteArray &path) const { return m_missing.contains(path); }
    void rememberLack(const QByteArray &path) { m_missing.insert(path); }

    [[nodiscard]] const QUrl &baseUrl() const { return m_http.config().baseUrl; }
    [[nodiscard]] bool sendsTenant() const;
    //! \brief A client for another base URL of the same origin, with the same credentials.
    [[nodiscard]] std::unique_ptr<HttpClient> clientAt(const QUrl &baseUrl) const;
    //! \brief Where the API was found instead of at the base URL; empty for nowhere, nothing before a search.
    [[nodiscard]] const std::optional<QUrl> &suggestion() const { return m_suggestion; }
    void rememberSuggestion(const QUrl &url) { m_suggestion = url; }

    [[nodiscard]] QThreadPool &workers() { return m_workers; }
    [[nodiscard]] DecoderPool &decoders() { return m_decoders; }

private:
    const SecretSource &m_secrets;
    const Clock &m_clock;
    HttpClient m_http;
    std::unique_ptr<RequestGate> m_gate; //!< after the client that its jobs use
    DecoderPool m_decoders;
    QThreadPool m_workers; //!< after what its threads use
    EndpointOptions m_options;
    std::optional<ServerProfile> m_profile;
    QSet<QByteArray> m_missing;
    std::optional<QUrl> m_suggestion;
    bool m_prefersGet = false;
};

} // namespace sockeye
