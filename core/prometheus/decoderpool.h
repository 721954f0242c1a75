// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/prometheus/resultdecoder.h"

#include <QMutex>

#include <vector>

namespace sockeye {

//! \brief Decoders between two answers, with what they have learned. Thread-safe.
class DecoderPool final {
    Q_DISABLE_COPY_MOVE(DecoderPool)

public:
    DecoderPool();
    ~DecoderPool();

    //! \brief Uses a decoder for as long as it lives.
    class Loan final {
        Q_DISABLE_COPY_MOVE(Loan)

    public:
        explicit Loan(DecoderPool &pool);
        ~Loan();

        [[nodiscard]] AnswerDecoder &operator*() const { return *m_decoder; }

    private:
        DecoderPool &m_pool;
        std::unique_ptr<AnswerDecoder> m_decoder;
    };

private:
    QMutex m_mutex;
    std::vector<std::unique_ptr<AnswerDecoder>> m_idle;
};

} // namespace sockeye
