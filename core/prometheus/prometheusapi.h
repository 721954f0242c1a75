// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/httpclient.h"

#include <QThreadPool>

namespace sockeye {

//! \brief The HTTP side of one endpoint: its connections, the method that it accepts, and the threads that
//! decode its answers. Main thread only.
class PrometheusApi final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrometheusApi)

public:
    PrometheusApi(HttpConfig config, const SecretSource &secrets, const Clock &clock);
    //! Waits for the decoding under way, which takes milliseconds.
    ~PrometheusApi() override;

    //! \brief Asks by POST, which has no limit of length, or by GET where POST is not allowed. Adds the time
    //! limit of the server's side. The job is a child of this object.
    HttpJob *ask(const QByteArray &path, HttpParameters parameters);
    HttpJob *get(const QByteArray &path, const HttpParameters &parameters = {});
    HttpJob *post(const QByteArray &path, const HttpParameters &parameters);

    [[nodiscard]] bool prefersGet() const { return m_prefersGet; }
    //! \brief From now on GET is tried alone: POST was refused and GET was answered.
    void rememberGet() { m_prefersGet = true; }

    [[nodiscard]] QThreadPool &workers() { return m_workers; }

private:
    HttpClient m_http;
    QThreadPool m_workers;
    bool m_prefersGet = false;
};

} // namespace sockeye
